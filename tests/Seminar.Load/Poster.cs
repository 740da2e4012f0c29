using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Seminar.Load;

/// <summary>Sends notes over one connection that is kept, and tells which were acknowledged.</summary>
internal sealed class Poster(int port, string path, string headers) : IDisposable
{
    private readonly byte[] _buffer = new byte[8192];
    private Socket? _socket;

    /// <returns>Whether the server acknowledged it; a refusal throws.</returns>
    public async Task<bool> SendAsync(string body, CancellationToken cancel)
    {
        try
        {
            _socket ??= await ConnectAsync(cancel);
            var content = Encoding.UTF8.GetBytes(body);
            var head = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\n{headers}\r\n");
            await _socket.SendAsync((byte[])[.. head, .. content], cancel);
            var filled = 0;
            while (true)
            {
                var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), cancel);
                if (read == 0)
                {
                    throw new SocketException((int)SocketError.ConnectionReset);
                }

                filled += read;
                if (IsWhole(_buffer.AsSpan(0, filled)))
                {
                    var text = Encoding.UTF8.GetString(_buffer, 0, filled);
                    return text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && text.Contains("\"n\":", StringComparison.Ordinal)
                        ? true
                        : throw new InvalidOperationException(text);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            _socket?.Dispose();
            _socket = null;
            return false;
        }
    }

    public void Dispose() => _socket?.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (answer[..head].IndexOf("chunked"u8) >= 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var length = answer.IndexOf("Content-Length: "u8);
        return length >= 0 && answer.Length - head - 4 >= int.Parse(Encoding.ASCII.GetString(answer[(length + 16)..]).Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
        return socket;
    }
}
