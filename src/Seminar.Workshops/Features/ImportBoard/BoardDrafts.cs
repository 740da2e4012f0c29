using System.Collections.Concurrent;
using Seminar.Tables;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>Boards of other tools that were sent and not confirmed yet. Kept an hour, in memory: the file is still with whoever sent it.</summary>
internal sealed class BoardDrafts(TimeProvider clock)
{
    private const int MostKept = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (TableFile Table, DateTimeOffset At)> _drafts = new();

    public Guid Keep(TableFile table)
    {
        foreach (var (old, _) in _drafts.Where(each => clock.GetUtcNow() - each.Value.At > Kept).Concat(_drafts.OrderByDescending(each => each.Value.At).Skip(MostKept - 1)).ToList())
        {
            _drafts.TryRemove(old, out _);
        }

        var id = Guid.NewGuid();
        _drafts[id] = (table, clock.GetUtcNow());
        return id;
    }

    public TableFile? Find(Guid id) => _drafts.TryGetValue(id, out var found) ? found.Table : null;

    public void Forget(Guid id) => _drafts.TryRemove(id, out _);
}
