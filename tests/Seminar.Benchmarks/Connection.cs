using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Seminar.Benchmarks;

/// <summary>The smallest HTTP client that serves the purpose: one kept-alive connection, one GET after another.</summary>
internal sealed class Connection(Socket socket, string path) : IDisposable
{
    private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    private byte[] _buffer = new byte[1 << 20];

    /// <summary>Asks and reads the whole answer; the body is copied.</summary>
    public (int Status, byte[] Body) Ask()
    {
        socket.Send(_request);
        return Read();
    }

    /// <summary>Asks and reads the whole answer; gives its status.</summary>
    public async ValueTask<int> AskAsync()
    {
        await socket.SendAsync(_request);
        var answer = new Answer();
        var length = 0;
        while (!answer.IsWhole(_buffer.AsSpan(0, length)))
        {
            Grow(length);
            var read = await socket.ReceiveAsync(_buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        return answer.Status;
    }

    public void Dispose() => socket.Dispose();

    private (int Status, byte[] Body) Read()
    {
        var answer = new Answer();
        var length = 0;
        while (!answer.IsWhole(_buffer.AsSpan(0, length)))
        {
            Grow(length);
            var read = socket.Receive(_buffer.AsSpan(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        return (answer.Status, answer.Body(_buffer.AsSpan(0, length)));
    }

    private void Grow(int length)
    {
        if (length == _buffer.Length)
        {
            Array.Resize(ref _buffer, length * 2);
        }
    }

    /// <summary>What is known so far of an answer.</summary>
    private sealed class Answer
    {
        private int _head;
        private int? _contentLength;

        public int Status { get; private set; }

        public bool IsWhole(ReadOnlySpan<byte> received)
        {
            if (_head == 0 && !ReadHead(received))
            {
                return false;
            }

            return _contentLength is { } body
                ? received.Length >= _head + body
                : received[_head..].EndsWith("0\r\n\r\n"u8);
        }

        public byte[] Body(ReadOnlySpan<byte> received) =>
            _contentLength is { } length ? received.Slice(_head, length).ToArray() : Unchunk(received[_head..]);

        private bool ReadHead(ReadOnlySpan<byte> received)
        {
            var end = received.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return false;
            }

            var head = Encoding.ASCII.GetString(received[..end]);
            _head = end + 4;
            Status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
            const string Name = "\r\nContent-Length: ";
            var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                var value = head.AsSpan(at + Name.Length);
                var stop = value.IndexOf('\r');
                _contentLength = int.Parse(stop < 0 ? value : value[..stop], CultureInfo.InvariantCulture);
            }

            return true;
        }

        private static byte[] Unchunk(ReadOnlySpan<byte> chunks)
        {
            using var body = new MemoryStream();
            while (true)
            {
                var line = chunks.IndexOf("\r\n"u8);
                var size = int.Parse(Encoding.ASCII.GetString(chunks[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (size == 0)
                {
                    return body.ToArray();
                }

                body.Write(chunks.Slice(line + 2, size));
                chunks = chunks[(line + 2 + size + 2)..];
            }
        }
    }
}
