using System.Collections.Concurrent;
using System.Text;
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

    /// <summary>Lines that were pasted: one note a line, or a table as spreadsheets copy it.</summary>
    /// <exception cref="TableUnreadableException">There is none.</exception>
    public static TableFile Pasted(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new TableLine(index + 1, [line.Trim()])).Where(line => line.Cells[0].Length > 0).ToList();
        return lines.Count == 0 ? throw new TableUnreadableException("Collez au moins une ligne.")
            : lines.Count > TableFile.MostLines ? throw new TableUnreadableException($"Il y a plus de {TableFile.MostLines} lignes. Collez-les en plusieurs fois.")
            : lines.TrueForAll(line => line.Cells[0].Contains('\t')) ? TableFile.Read("texte collé", Encoding.UTF8.GetBytes(text))
            : new TableFile(["Note"], lines);
    }
}
