using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;

namespace Seminar.Workshops.Features.LiveFeed;

/// <summary>
/// Tells the subscribers of one board what its log has taken, in the order of the log. Each event is written out once for all;
/// a chain of batches holds what the slowest subscriber has not read yet.
/// </summary>
internal sealed class BoardFeed : IAsyncDisposable
{
    private const int LargestBatch = 500;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    // A room is told of ten events at once far more cheaply than of each alone: when they rush in, the breath is longer.
    private const int Handful = 8;
    private const int RushPerSecond = 400;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan DeepBreath = TimeSpan.FromMilliseconds(50);

    private readonly IModuleDatabase _database;
    private readonly CancellationTokenSource _closing;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock _starting = new();
    private volatile FeedBatch? _tail;
    private Task _work = Task.CompletedTask;

    public BoardFeed(IModuleDatabase database, ModuleLifetime lifetime)
    {
        _database = database;
        _closing = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Closing);
    }

    /// <summary>The groups whose devices are connected, and since when they write.</summary>
    public Presence Presence { get; } = new();

    /// <summary>Something was written to the log.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>The latest batch, what follows it is still to come.</summary>
    /// <param name="known">Place up to which the reader knows the board; the feed may be a moment behind the log.</param>
    /// <param name="cancel">Cancels the waiting.</param>
    public async Task<FeedBatch> EnterAsync(long known, CancellationToken cancel)
    {
        if (_tail is null || known > _tail.Last)
        {
            var last = await _database.ReadOneAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM operation", null, cancel);
            Start(last);
            Wake();
            for (var batch = _tail!; batch.Last < Math.Min(known, last);)
            {
                batch = await batch.Next.WaitAsync(cancel) ?? throw new OperationCanceledException();
            }
        }

        return _tail!;
    }

    /// <summary>What was told between two places of the order.</summary>
    public async Task<IReadOnlyList<FeedEvent>> ReplayAsync(long after, long until, CancellationToken cancel) =>
        [.. (await _database.ReadAsync<Row>(
            "SELECT sequence AS Sequence, event AS Event, masked AS Masked, group_number AS GroupNumber FROM operation WHERE sequence > @after AND sequence <= @until ORDER BY sequence",
            new { after, until }, cancel)).Select(row => row.Read())];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _wake.Writer.TryComplete();
        await _work;
        _closing.Dispose();
    }

    private void Start(long last)
    {
        lock (_starting)
        {
            if (_tail is null)
            {
                _tail = new FeedBatch(last, []);
                _work = Task.WhenAll(Task.Run(TellAsync), Task.Run(PingAsync));
            }
        }
    }

    private async Task TellAsync()
    {
        try
        {
            var since = Stopwatch.GetTimestamp();
            while (await _wake.Reader.WaitToReadAsync(_closing.Token))
            {
                _wake.Reader.TryRead(out _);
                var told = 0;
                while (await NextAsync() is { Count: > 0 } events)
                {
                    Append(events);
                    told += events.Count;
                    if (events.Count < LargestBatch)
                    {
                        break;
                    }
                }

                var isRush = told >= Handful && told > RushPerSecond * Stopwatch.GetElapsedTime(since).TotalSeconds;
                since = Stopwatch.GetTimestamp();
                await Task.Delay(isRush ? DeepBreath : Breath, _closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The module is being stopped: subscribers come back to whoever takes its place.
        }
        finally
        {
            _tail!.End();
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                Append([]);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private Task<IReadOnlyList<FeedEvent>> NextAsync() => ReplayAsync(_tail!.Last, _tail.Last + LargestBatch, _closing.Token);

    private void Append(IReadOnlyList<FeedEvent> events)
    {
        lock (_starting)
        {
            var tail = _tail!;
            var next = new FeedBatch(events.Count > 0 ? events[^1].Sequence : tail.Last, events);
            _tail = next;
            tail.Follow(next);
        }
    }

    private sealed record Row(long Sequence, string Event, string? Masked, int? GroupNumber)
    {
        public FeedEvent Read() => new(Sequence, Frame(Event), Masked is null ? null : Frame(Masked), GroupNumber);

        private byte[] Frame(string data) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Sequence}\ndata: {data}\n\n"));
    }
}

/// <summary>An event as it goes over the wire.</summary>
/// <param name="Sequence">Place in the order.</param>
/// <param name="Full">For the team and the group that did it.</param>
/// <param name="Masked">For the others, when some of it is not theirs to read yet.</param>
/// <param name="Group">The group that did it.</param>
internal sealed record FeedEvent(long Sequence, byte[] Full, byte[]? Masked, int? Group)
{
    public byte[] For(FeedReader reader) => Masked is null || reader.IsTeam || (Group is not null && Group == reader.Group) ? Full : Masked;
}

/// <summary>Who reads the feed.</summary>
internal readonly record struct FeedReader(bool IsTeam, int? Group);

/// <summary>Events that were told together, and what comes after them. Without events: a sign of life.</summary>
internal sealed class FeedBatch(long last, IReadOnlyList<FeedEvent> events)
{
    private static readonly byte[] Ping = ":\n\n"u8.ToArray();

    private readonly TaskCompletionSource<FeedBatch?> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The same bytes for everyone, unless something is masked.
    private readonly byte[]? _common = events.Any(each => each.Masked is not null) ? null : events.Count == 0 ? Ping : Join(events);

    /// <summary>Place of the last event so far.</summary>
    public long Last => last;

    public int Count => events.Count;

    /// <summary>The batch that follows, once there is one; null when the feed has ended.</summary>
    public Task<FeedBatch?> Next => _next.Task;

    public void Follow(FeedBatch next) => _next.SetResult(next);

    public void End() => _next.TrySetResult(null);

    public void WriteTo(IBufferWriter<byte> output, FeedReader reader)
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
        var joined = new byte[events.Sum(each => each.Full.Length)];
        var place = 0;
        foreach (var each in events)
        {
            each.Full.CopyTo(joined, place);
            place += each.Full.Length;
        }

        return joined;
    }
}
