using System.Buffers;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.LiveFeed;

/// <summary>Events that were told together, and what comes after them. Without events: a sign of life.</summary>
internal sealed class FeedBatch(long last, IReadOnlyList<FeedEvent> events)
{
    private static readonly byte[] Ping = ":\n\n"u8.ToArray();

    private readonly TaskCompletionSource<FeedBatch?> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The same bytes for everyone, unless something is masked.
    private readonly byte[]? _common = events.Any(each => !each.IsCommon) ? null : events.Count == 0 ? Ping : Join(events);

    /// <summary>Place of the last event so far.</summary>
    public long Last => last;

    public int Count => events.Count;

    /// <summary>The batch that follows, once there is one; null when the feed has ended.</summary>
    public Task<FeedBatch?> Next => _next.Task;

    public void Follow(FeedBatch next) => _next.SetResult(next);

    public void End() => _next.TrySetResult(null);

    public void WriteTo(IBufferWriter<byte> output, Sight reader)
    {
        if (_common is not null)
        {
            output.Write(_common);
            return;
        }

        foreach (var each in events)
        {
            output.Write(each.For(reader));
        }
    }

    private static byte[] Join(IReadOnlyList<FeedEvent> events)
    {
        var joined = new byte[events.Sum(each => each.Length)];
        var place = 0;
        foreach (var each in events)
        {
            each.Full.CopyTo(joined, place);
            place += each.Full.Length;
        }

        return joined;
    }
}
