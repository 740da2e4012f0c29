using System.Diagnostics;

namespace Seminar.Host.Tests;

public sealed class The_first_command
{
    /// <summary>"dotnet run" of a web project starts in the project's folder unless told otherwise: data once went there.</summary>
    [Fact]
    public async Task Takes_paths_from_where_it_is_given()
    {
        using var workspace = new Workspace();
        var here = Directory.CreateDirectory(workspace.Data).FullName;
        var configuration = Path.GetFileName(HostProcess.ProgramFolder);
        string[] arguments =
        [
            "run", "--no-build", "-c", configuration, "--project", Path.Combine(Repository.Root, "host", "Seminar.Host"),
            "--", "access", "--data", "mine",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = here, RedirectStandardOutput = true, RedirectStandardError = true };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        output.Should().Contain(File.ReadAllText(Path.Combine(here, "mine", "access-key")).Trim());
    }
}
