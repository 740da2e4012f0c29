namespace Seminar.Offer.Reading;

/// <summary>Tells how far a file was read.</summary>
internal sealed class WatchedStream(Stream inner, Action<double> progress) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Tell(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Tell(inner.Read(buffer));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Tell(int read)
    {
        progress(inner.Length == 0 ? 1 : (double)inner.Position / inner.Length);
        return read;
    }
}
