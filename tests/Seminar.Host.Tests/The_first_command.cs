using System.Diagnostics;
using System.Reflection;

namespace Seminar.Host.Tests;

public sealed class The_first_command
{
    /// <summary>As the build wrote it: the name of its folder is in lower case, and under that name every theme would be compiled again.</summary>
    private static readonly string Configuration = typeof(The_first_command).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static readonly string Project = Path.Combine(Repository.Root, "host", "Seminar.Host");

    /// <summary>"dotnet run" of a web project starts in the project's folder unless told otherwise: data once went there.</summary>
    [Fact]
    public async Task Takes_paths_from_where_it_is_given()
    {
        using var workspace = new Workspace();
        var here = Directory.CreateDirectory(workspace.Data).FullName;

        var output = await DotnetAsync(here, "run", "--no-build", "-c", Configuration, "--project", Project, "--", "access", "--data", "mine");

        output.Should().Contain(File.ReadAllText(Path.Combine(here, "mine", "access-key")).Trim());
    }

    /// <summary>Files of the same name in several modules once could not be published.</summary>
    [Fact]
    public async Task Can_be_published_to_a_folder_that_runs_by_itself()
    {
        using var workspace = new Workspace();
        var here = Directory.CreateDirectory(workspace.Data).FullName;

        await DotnetAsync(here, "publish", "--no-build", "-c", Configuration, Project, "-o", "program");
        var output = await DotnetAsync(here, Path.Combine("program", "Seminar.Host.dll"), "themes", "list", "--data", "mine");

        output.Should().Contain("mobility").And.Contain("qualification");
        File.Exists(Path.Combine(here, "program", "wwwroot", "_content", "Seminar.People", "scripts", "arrivals.js")).Should().BeTrue();
    }

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "dotnet {0} said: {1}{2}", string.Join(' ', arguments), output, await error);
        return output;
    }
}
