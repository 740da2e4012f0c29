using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

/// <summary>The real program in a process of its own, on a free port, as a user starts it.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output;

    private HostProcess(Process process, StringBuilder output, string address, string key, string? firstAccount)
    {
        _process = process;
        _output = output;
        Key = key;
        FirstAccount = firstAccount;
        Anonymous = Client(address);
        Administrator = Client(address);
        Administrator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Where the build put the program: beside this test project, in the same configuration.</summary>
    public static string ProgramFolder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Seminar.Host", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))));

    public static string ThemesFolder => Path.Combine(ProgramFolder, "themes");

    public string Key { get; }

    /// <summary>The link that creates the first account; null once there is one.</summary>
    public string? FirstAccount { get; }

    public HttpClient Anonymous { get; }

    public HttpClient Administrator { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<HostProcess> StartAsync(string data, string? themes = null, string? empty = null, params (string Name, string Value)[] environment)
    {
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--data", data, .. themes is null ? Array.Empty<string>() : ["--themes", themes], .. empty is null ? Array.Empty<string>() : [empty]];
        var process = Launch(arguments, environment);
        var output = new StringBuilder();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Collect(line.Data);
        process.ErrorDataReceived += (_, line) => Collect(line.Data);
        process.Exited += (_, _) => ready.TrySetResult();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience.Limit);

        var text = output.ToString();
        var address = Address().Match(text);
        address.Success.Should().BeTrue("the program must start and print its address, but it printed: {0}", text);
        var firstAccount = FirstAccountLine().Match(text);
        return new HostProcess(
            process, output, address.Groups[1].Value, (await File.ReadAllTextAsync(Path.Combine(data, "access-key"))).Trim(),
            firstAccount.Success ? firstAccount.Groups[1].Value : null);

        void Collect(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }

            if (line is not null && line.Contains("Ctrl+C", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> CommandAsync(params string[] arguments)
    {
        using var process = Launch(arguments, []);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Starts the program, asks it to stop (SIGTERM) once it has said something, and waits for its end.</summary>
    public static async Task<int> StoppedAfterAsync(string said, params string[] arguments)
    {
        using var process = Launch(arguments, []);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await heard.Task.WaitAsync(Patience.Limit);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience.Limit);
            return process.ExitCode;
        }
        finally
        {
            process.Kill();
        }

        void Hear(string? line)
        {
            if (line?.Contains(said, StringComparison.Ordinal) == true)
            {
                heard.TrySetResult();
            }
        }
    }

    /// <summary>kill -9: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        Administrator.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static Process Launch(string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(ProgramFolder, "Seminar.Host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Start();
        return process;
    }

    private static HttpClient Client(string address) => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(address),
        Timeout = Patience.Limit,
    };

    [GeneratedRegex(@"Adresse\s+(http://\S+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"Premier compte\s+http://[^/]+(/\S+)")]
    private static partial Regex FirstAccountLine();
}
