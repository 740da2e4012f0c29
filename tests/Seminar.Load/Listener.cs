using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Seminar.Load;

/// <summary>Reads one feed as fast as it comes, over HTTP/1.0 so that nothing lies between the events; comes back when it is cut.</summary>
internal sealed class Listener(int port, string path, string headers) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Socket? _socket;
    private Task _work = Task.CompletedTask;

    public Latencies Latencies { get; } = new();

    public long Last { get; private set; }

    public long Events { get; private set; }

    /// <summary>Events that came twice, or with one missing before them.</summary>
    public long OutOfOrder { get; private set; }

    public long Resets { get; private set; }

    public void Start(long known)
    {
        Last = known;
        _work = Task.Run(FollowAsync);
    }

    /// <summary>As when the Wi-Fi goes: it comes back at once.</summary>
    public void Cut() => _socket?.Close();

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _socket?.Close();
        await _work;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _socket?.Dispose();
    }

    private async Task FollowAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ReadAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
            }

            if (!_stop.IsCancellationRequested)
            {
                await Task.Delay(Random.Shared.Next(50, 400));
            }
        }
    }

    private async Task ReadAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket = socket;
        await socket.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost\r\nLast-Event-ID: {Last}\r\n{headers}\r\n"), _stop.Token);
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), _stop.Token);
            if (read == 0)
            {
                return;
            }

            filled += read;
            var used = Take(buffer.AsSpan(0, filled));
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp();
        var used = 0;
        while (bytes[used..].IndexOf("\n\n"u8) is >= 0 and var end)
        {
            One(bytes.Slice(used, end), now);
            used += end + 2;
        }

        return used;
    }

    private void One(ReadOnlySpan<byte> text, long now)
    {
        var start = text.IndexOf("id: "u8);
        if (start < 0 || (start > 0 && text[start - 1] != '\n'))
        {
            return;
        }

        var id = Number(text[(start + 4)..]);
        if (text.IndexOf("\"reset\":true"u8) >= 0)
        {
            Resets++;
            Last = id;
            return;
        }

        OutOfOrder += id == Last + 1 ? 0 : 1;
        Last = id;
        Events++;
        if (text.IndexOf("t="u8) is >= 0 and var time)
        {
            Latencies.Add(Stopwatch.GetElapsedTime(Number(text[(time + 2)..]), now).TotalMicroseconds);
        }
    }

    private static long Number(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return long.Parse(length < 0 ? text : text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
