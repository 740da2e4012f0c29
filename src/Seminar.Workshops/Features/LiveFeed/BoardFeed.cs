using System.Diagnostics;
using System.Threading.Channels;
using Dapper;
using Microsoft.Extensions.Logging;
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

    private const string EventsSql = """
        SELECT sequence AS Sequence, kind AS Kind, event AS Event, masked AS Masked
        FROM operation WHERE sequence > @after AND sequence <= @until ORDER BY sequence
        """;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    // A room is told of ten events at once far more cheaply than of each alone: when they rush in, the breath is longer.
    private const int Handful = 8;
    private const int RushPerSecond = 400;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan DeepBreath = TimeSpan.FromMilliseconds(50);

    private readonly IModuleDatabase _database;
    private readonly ILogger<BoardFeed> _log;
    private readonly CancellationTokenSource _closing;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock _starting = new();
    private volatile FeedBatch? _tail;
    private Task _work = Task.CompletedTask;

    public BoardFeed(IModuleDatabase database, ModuleLifetime lifetime, ILogger<BoardFeed> log)
    {
        _database = database;
        _log = log;
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

    /// <summary>
    /// What was told between two places of the order; null when the board had to be read anew between them: what was open before may
    /// be hidden since.
    /// </summary>
    public Task<IReadOnlyList<FeedEvent>?> ReplayAsync(long after, long until, CancellationToken cancel) => _database.ReadSnapshotAsync<IReadOnlyList<FeedEvent>?>(
        connection =>
        {
            var rows = connection.Query<FeedRow>(EventsSql, new { after, until }).AsList();
            if (rows.Exists(row => row.Resets))
            {
                return null;
            }

            var gone = connection.Query<Guid>("SELECT id FROM note WHERE state = 'deleted' UNION ALL SELECT id FROM proposal WHERE state = 'deleted'").ToHashSet();
            return rows.ConvertAll(row => FeedEvent.Of(row, gone));
        },
        cancel);

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

    /// <summary>
    /// A reading that fails must not silence the board for good: it is tried again, and what came meanwhile is told by the first one
    /// that succeeds.
    /// </summary>
    private async Task<IReadOnlyList<FeedEvent>> NextAsync()
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                var rows = await _database.ReadAsync<FeedRow>(EventsSql, new { after = _tail!.Last, until = _tail.Last + LargestBatch }, _closing.Token);
                return [.. rows.Select(FeedEvent.Of)];
            }
            catch (Exception exception) when (!_closing.IsCancellationRequested)
            {
                _log.LogError(exception, "The log of a board could not be read; its readers wait, and it is read again in {Pause}", pause);
                await Task.Delay(pause, _closing.Token);
            }
        }
    }

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

}
