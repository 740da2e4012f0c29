using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Seminar.Benchmarks;

/// <summary>The host and the empty application, published in the same way.</summary>
/// <param name="Host">The host's executable.</param>
/// <param name="Empty">The empty application's executable.</param>
/// <param name="Data">A data folder that an earlier start has filled.</param>
/// <param name="Themes">Another folder of themes than the host's own, or null.</param>
internal sealed record Published(string Host, string Empty, string Data, string? Themes)
{
    /// <summary>Where the measured programs and the databases of the writes go: on the disk of the sources.</summary>
    public static string Output { get; } = Path.Combine(FindRoot(), "artifacts", "benchmarks");

    /// <summary>The folder of the solution.</summary>
    public static string Root => FindRoot();

    public static Published Build(string? themes)
    {
        var root = FindRoot();
        var host = Publish(root, "host/Seminar.Host", Path.Combine(Output, "host"));
        var empty = Publish(root, "tests/Seminar.Benchmarks.Empty", Path.Combine(Output, "empty"));
        var data = Directory.CreateTempSubdirectory("seminar-benchmark-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        var published = new Published(host, empty, data, themes);

        Console.WriteLine("Premier démarrage, qui remplit le dossier de données…");
        using var first = published.StartHost();
        first.UntilAnswers("/ateliers/engagement");
        return published;
    }

    public Server StartHost() => new(Host, ["--data", Data, .. Themes is null ? (string[])[] : ["--themes", Themes]]);

    public Server StartEmpty() => new(Empty, []);

    private static string Publish(string root, string project, string output)
    {
        Console.WriteLine($"Publication de {project}…");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root, RedirectStandardOutput = true };
        string[] arguments =
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-o", output,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, Path.GetFileName(project) + (OperatingSystem.IsWindows() ? ".exe" : ""))
            : throw new InvalidOperationException(text);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Seminar.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Seminar.sln is in no folder above the program.");
        }

        return folder;
    }
}
