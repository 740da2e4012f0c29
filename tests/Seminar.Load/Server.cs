using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Seminar.Load;

/// <summary>A server in a process of its own, killed on disposal; it can be killed and started again on its port and its data.</summary>
internal sealed class Server : IDisposable
{
    private readonly string[] _arguments;
    private Process? _process;

    public Server(params string[] arguments)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _arguments = [.. arguments, "--urls", $"http://127.0.0.1:{Port}"];
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Resident memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process!.Id}/status").First(each => each.StartsWith("VmRSS", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(_arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; !await AnswersAsync(); tries++)
        {
            if (tries > 1200 || _process.HasExited)
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            await socket.SendAsync("GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n"u8.ToArray());
            var answer = new byte[64];
            var read = await socket.ReceiveAsync(answer);
            // The yardstick knows no such page: that it answers is enough.
            return System.Text.Encoding.ASCII.GetString(answer, 0, read) is { } text && (text.Contains(" 200 ", StringComparison.Ordinal) || text.Contains(" 404 ", StringComparison.Ordinal));
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
