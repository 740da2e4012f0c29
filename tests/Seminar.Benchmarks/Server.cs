using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Seminar.Benchmarks;

/// <summary>A server in a process of its own, on a free port, killed on disposal.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    public Server(string program, string[] arguments)
    {
        Port = FreePort();
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        Array.ForEach([.. arguments, "--urls", $"http://127.0.0.1:{Port}"], start.ArgumentList.Add);
        Clock = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>Runs since the process was asked for.</summary>
    public Stopwatch Clock { get; }

    /// <summary>The most memory that it ever held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Asks for a page until it is answered with 200; gives the time since the start of the process and the body.</summary>
    public (TimeSpan Elapsed, byte[] Body) UntilAnswers(string path)
    {
        var address = new IPEndPoint(IPAddress.Loopback, Port);
        while (Clock.Elapsed < LongestStart)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(address);
            }
            catch (SocketException) when (!_process.HasExited)
            {
                Thread.Sleep(1);
                continue;
            }

            using var connection = new Connection(socket, path);
            var (status, body) = connection.Ask();
            return status == 200
                ? (Clock.Elapsed, body)
                : throw new InvalidOperationException($"{path} answers {status}.");
        }

        throw new TimeoutException($"Nothing answers on port {Port}.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
