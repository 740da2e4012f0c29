using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

/// <summary>What plugins/README.md has its reader write, packed by its own command in a copy of the tree: once for all tests.</summary>
public sealed partial class The_theme_of_the_guide : IAsyncLifetime
{
    private readonly Workspace _workspace = new();

    /// <summary>The files that the guide has its reader write.</summary>
    internal IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>The folder that the guide's command fills.</summary>
    internal string Packed => Path.Combine(Tree, "artifacts", "packed");

    private string Tree => Path.Combine(_workspace.Data, "tree");

    public async ValueTask InitializeAsync()
    {
        CopyTree();
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "plugins", "README.md"));
        Files = WriteFiles(guide);
        await RunAsync(Command().Match(guide).Groups[1].Value.Trim());
    }

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CopyTree()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "plugins/Directory.Build.props", "plugins/Directory.Build.targets" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Tree, file))!);
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(Tree, file));
        }

        Workspace.Copy(Path.Combine(Repository.Root, "src", "Seminar.Contracts"), Path.Combine(Tree, "src", "Seminar.Contracts"));
        Workspace.Copy(Path.Combine(Repository.Root, "src", "Seminar.Ui"), Path.Combine(Tree, "src", "Seminar.Ui"));
    }

    private List<string> WriteFiles(string guide) => FileBlock().Matches(guide).Select(block =>
    {
        var path = block.Groups[1].Value;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Tree, path))!);
        File.WriteAllText(Path.Combine(Tree, path), block.Groups[2].Value);
        return path;
    }).ToList();

    private async Task RunAsync(string command)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = Tree, RedirectStandardOutput = true, RedirectStandardError = true };
        // A compiler of its own: one that serves a whole build has been seen to mix this copy up with the projects it was copied from.
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0} must succeed, but said {1}{2}", command, output, await error);
    }

    [GeneratedRegex(@"^```\w+ (\S+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Command();
}
