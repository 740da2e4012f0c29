using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Seminar.Host.Reading;

/// <summary>What the other process is asked: the content follows, as long as told.</summary>
/// <param name="Assembly">Where the reader's assembly lies.</param>
/// <param name="Reader">Its type.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Length">Length of the content.</param>
/// <param name="Seconds">After so many the process gives up by itself, should nobody be there any more to end it.</param>
internal sealed record ReadingRequest(string Assembly, string Reader, string Name, int Length, int Seconds);

[JsonSerializable(typeof(ReadingRequest))]
internal sealed partial class ReadingJson : JsonSerializerContext;

/// <summary>
/// What goes between the two processes. There: the length of a request, the request, the content. Back: pieces of the answer, each behind
/// its length; then a length of zero, how the reading ended, and whether the process stays for another file.
/// </summary>
internal static class Frames
{
    private const int LongestRequest = 64 * 1024;
    private const int Piece = 64 * 1024;

    public static async Task SendAsync(Stream output, ReadingRequest request, Stream content)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ReadingJson.Default.ReadingRequest);
        await output.WriteAsync(LengthOf(body.Length));
        await output.WriteAsync(body);
        await content.CopyToAsync(output);
        await output.FlushAsync();
    }

    /// <returns>Null when nobody will ask any more.</returns>
    public static (ReadingRequest Request, byte[] Content)? Receive(Stream input)
    {
        var length = new byte[sizeof(int)];
        if (input.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
        {
            return null;
        }

        var body = new byte[Math.Min(BinaryPrimitives.ReadInt32LittleEndian(length), LongestRequest)];
        input.ReadExactly(body);
        var request = JsonSerializer.Deserialize(body, ReadingJson.Default.ReadingRequest)!;
        var content = new byte[request.Length];
        input.ReadExactly(content);
        return (request, content);
    }

    /// <exception cref="EndOfStreamException">The other process is no more.</exception>
    /// <returns>How it ended; null when the answer is longer than permitted.</returns>
    public static async Task<(ReadingEnd End, bool Stays)?> CopyAnswerAsync(Stream input, Stream answer, long most)
    {
        var buffer = new byte[Piece];
        var left = most;
        while (true)
        {
            await input.ReadExactlyAsync(buffer.AsMemory(0, sizeof(int)));
            var length = BinaryPrimitives.ReadInt32LittleEndian(buffer);
            if (length == 0)
            {
                await input.ReadExactlyAsync(buffer.AsMemory(0, 2));
                return ((ReadingEnd)buffer[0], buffer[1] == 1);
            }

            left -= length;
            if (left < 0 || length is < 0 or > Piece)
            {
                return null;
            }

            await input.ReadExactlyAsync(buffer.AsMemory(0, length));
            await answer.WriteAsync(buffer.AsMemory(0, length));
        }
    }

    private static byte[] LengthOf(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    /// <summary>Takes an answer and sends it piece by piece.</summary>
    internal sealed class Answer(Stream output) : Stream
    {
        private readonly byte[] _piece = new byte[sizeof(int) + Piece];
        private int _filled;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void End(ReadingEnd end, bool stays)
        {
            SendPiece();
            output.Write([0, 0, 0, 0, (byte)end, stays ? (byte)1 : (byte)0]);
            output.Flush();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.Length > 0)
            {
                var taken = Math.Min(buffer.Length, Piece - _filled);
                buffer[..taken].CopyTo(_piece.AsSpan(sizeof(int) + _filled));
                _filled += taken;
                buffer = buffer[taken..];
                if (_filled == Piece)
                {
                    SendPiece();
                }
            }
        }

        /// <summary>A piece goes when it is full: an object is written in small strokes.</summary>
        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void SendPiece()
        {
            if (_filled > 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(_piece, _filled);
                output.Write(_piece, 0, sizeof(int) + _filled);
                _filled = 0;
            }
        }
    }
}
