using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Seminar.Host.Reading;

/// <summary>How this program is started once more, to read files.</summary>
/// <param name="File">What is run: this program, or .NET's own with this program's assembly.</param>
/// <param name="Arguments">The first arguments.</param>
internal sealed record ReadingProgram(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>The command, which the list of commands does not show: people have no use for it.</summary>
    public const string Command = "read-files";

    /// <summary>
    /// The most that objects of a reader may take. The runtime itself refuses more; ten megabytes of document unfold into a quarter of it.
    /// </summary>
    public const long MostHeap = 200L * 1024 * 1024;

    /// <summary>All that a reader finds of the environment: what .NET needs to start. Keys and addresses that the host was given are not for it.</summary>
    private static readonly string[] Kept =
    [
        "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "windir", "LANG", "LC_ALL", "TZ",
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];

    /// <summary>The program that runs, however it was started; under a test runner, the one that lies beside the tests.</summary>
    public static ReadingProgram Own { get; } = Find(typeof(ReadingProgram).Assembly.Location);

    /// <param name="assembly">Where the host's assembly lies.</param>
    public static ReadingProgram Find(string assembly)
    {
        var running = Environment.ProcessPath!;
        return running == Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null) ? new ReadingProgram(running, [])
            : new ReadingProgram(Path.GetFileNameWithoutExtension(running) == "dotnet" ? running : Runtime(), [assembly]);
    }

    /// <summary>A process in a folder of its own, with nothing of the host's but the pipes.</summary>
    public ProcessStartInfo In(string folder)
    {
        var start = new ProcessStartInfo(File, [.. Arguments, Command])
        {
            WorkingDirectory = folder, UseShellExecute = false, CreateNoWindow = true,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["TMPDIR"] = start.Environment["TMP"] = start.Environment["TEMP"] = folder;
        start.Environment["DOTNET_GCHeapHardLimit"] = MostHeap.ToString("X", CultureInfo.InvariantCulture);
        // One file after the other: nothing to collect aside, nothing to learn for later, nothing to look into.
        start.Environment["DOTNET_gcServer"] = start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>.NET's own program, as the runtime that runs here tells where it lies: …/shared/Microsoft.NETCore.App/version/.</summary>
    private static string Runtime()
    {
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return System.IO.File.Exists(own) ? own : "dotnet";
    }
}
