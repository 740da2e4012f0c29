using System.Collections.Concurrent;
using Autofac;
using Seminar.Contracts.Workshops;

namespace Seminar.Synthesis.Features.Report;

/// <summary>
/// Files that are being made while someone waits: each tells how far it is, can be cancelled, and is kept an hour for whoever holds
/// its identifier, which can't be guessed. Each visitor has a part of their own, so that nobody takes the place of the others, or fills the
/// disk.
/// </summary>
internal sealed class Preparations(ILifetimeScope module, TimeProvider clock) : IDisposable
{
    private const int MostAtOnce = 8;
    private const int MostAtOnceEach = 3;
    private const int MostKeptEach = 4;
    private const int MostKeptOfStrangers = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Preparation> _all = new();
    private readonly Lock _gate = new();

    /// <param name="visitor">Who asks; strangers are one, with an empty name.</param>
    /// <param name="theme">Key of the theme; null for the whole seminar.</param>
    /// <param name="format">Of the file.</param>
    /// <param name="reader">For whom it is made.</param>
    /// <returns>Null when too many are being made already, by this visitor or by all.</returns>
    public Preparation? Begin(string visitor, string? theme, string format, WorkshopReader reader)
    {
        lock (_gate)
        {
            MakeRoom(visitor);
            var running = _all.Values.Where(each => !each.Work.IsCompleted).ToList();
            if (running.Count >= MostAtOnce || running.Count(each => each.Visitor == visitor) >= MostAtOnceEach)
            {
                return null;
            }

            var preparation = new Preparation(visitor, theme, format, reader, clock.GetUtcNow());
            preparation.Run(module);
            _all[preparation.Id] = preparation;
            return preparation;
        }
    }

    public Preparation? Find(Guid id) => _all.GetValueOrDefault(id);

    /// <summary>A file that is ready, for the one who fetches it: it is closed, hence deleted, once it was sent.</summary>
    public Preparation? Take(Guid id) => _all.TryGetValue(id, out var found) && found.Work.IsCompletedSuccessfully && _all.TryRemove(id, out var taken) ? taken : null;

    public void Remove(Guid id)
    {
        if (_all.TryRemove(id, out var preparation))
        {
            preparation.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var id in _all.Keys)
        {
            Remove(id);
        }
    }

    /// <summary>A file that nobody fetched makes room for the next.</summary>
    private void MakeRoom(string visitor)
    {
        var most = visitor.Length == 0 ? MostKeptOfStrangers : MostKeptEach;
        var own = _all.Values.Where(each => each.Visitor == visitor).OrderBy(each => each.Begun).ToList();
        var old = _all.Values.Where(each => clock.GetUtcNow() - each.Begun > Kept);
        foreach (var each in own.Where(each => each.Work.IsCompleted).Take(own.Count - most + 1).Union(old))
        {
            Remove(each.Id);
        }
    }
}

/// <summary>One file that is being made.</summary>
internal sealed class Preparation(string visitor, string? theme, string format, WorkshopReader reader, DateTimeOffset begun) : IProgress<ReportProgress>, IDisposable
{
    private readonly CancellationTokenSource _cancelled = new();
    private volatile ReportProgress _progress = new(0, 0);

    public Guid Id { get; } = Guid.NewGuid();

    public string Visitor => visitor;

    public string? Theme => theme;

    public string Format => format;

    public DateTimeOffset Begun => begun;

    public ReportProgress Progress => _progress;

    public Task<MadeReport> Work { get; private set; } = null!;

    public void Run(ILifetimeScope module) => Work = Task.Run(async () =>
    {
        await using var scope = module.BeginLifetimeScope();
        return await scope.Resolve<MediatR.IMediator>().Send(new MakeReport(theme, format, reader, this), _cancelled.Token);
    });

    public void Report(ReportProgress value) => _progress = value;

    /// <summary>Stops the work, and deletes what it made.</summary>
    public void Dispose()
    {
        _cancelled.Cancel();
        Work.ContinueWith(
            async made =>
            {
                if (made.IsCompletedSuccessfully && made.Result.File is { } file)
                {
                    await file.DisposeAsync();
                }

                _cancelled.Dispose();
            },
            TaskScheduler.Default);
    }
}
