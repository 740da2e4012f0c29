using System.Collections.Concurrent;
using Seminar.Contracts.Workshops;
using Seminar.Reports.PastBilan;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>What was read of files and not confirmed yet. Kept an hour, in memory: the file is still with whoever sent it.</summary>
internal sealed class ImportDrafts(TimeProvider clock)
{
    private const int MostKept = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (ImportDraft Draft, DateTimeOffset At)> _drafts = new();

    public void Keep(ImportDraft draft)
    {
        foreach (var (id, old) in _drafts.OrderByDescending(each => each.Value.At).Skip(MostKept - 1).Concat(_drafts.Where(each => clock.GetUtcNow() - each.Value.At > Kept)).ToList())
        {
            _drafts.TryRemove(id, out _);
        }

        _drafts[draft.Id] = (draft, clock.GetUtcNow());
    }

    public ImportDraft? Find(Guid id) => _drafts.TryGetValue(id, out var found) ? found.Draft : null;

    public void Forget(Guid id) => _drafts.TryRemove(id, out _);
}

/// <summary>What was read of one file.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Workshops">The workshops; one whose theme is empty has to be given one.</param>
/// <param name="Seminar">The seminar, from a workbook that holds it.</param>
/// <param name="Synthesis">The transversal synthesis, from a bilan that holds it.</param>
/// <param name="Unrecognised">What nothing was made of.</param>
public sealed record ImportDraft(
    Guid Id, string Name, IReadOnlyList<WorkshopDocument> Workshops, SeminarDocument? Seminar, Contracts.Workshops.TransversalSynthesis? Synthesis, IReadOnlyList<UnrecognisedLine> Unrecognised);
