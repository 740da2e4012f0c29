using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Text = Seminar.Contracts.Workshops.TransversalSynthesis;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Written;

/// <summary>A change of the written synthesis.</summary>
internal abstract record Revision;

/// <summary>Adds a row, resting on a pair of the program if one is named, or on those of its items that a draft cites.</summary>
internal sealed record AddRow(string Plus, string Minus, string? Pair, IReadOnlyList<ItemReference> PlusItems, IReadOnlyList<ItemReference> MinusItems) : Revision;

/// <summary>Rewrites a row; its evidence follows it.</summary>
internal sealed record ChangeRow(int Number, string Plus, string Minus) : Revision;

/// <summary>Takes a row away.</summary>
internal sealed record RemoveRow(int Number) : Revision;

/// <summary>Adds an axis, resting on a shared axis of the program if one is named.</summary>
internal sealed record AddAxis(string Sentence, string? Axis) : Revision;

/// <summary>Rewrites an axis; its evidence follows it.</summary>
internal sealed record ChangeAxis(int Number, string Sentence) : Revision;

/// <summary>Takes an axis away.</summary>
internal sealed record RemoveAxis(int Number) : Revision;

/// <summary>Adds the items of a topic or an axis to what a sentence rests on.</summary>
internal sealed record Cite(string Sentence, SubjectKind Kind, string Key) : Revision;

/// <summary>Takes items away from what a sentence rests on.</summary>
internal sealed record Uncite(string Sentence, IReadOnlyList<ItemReference> Items) : Revision;

/// <summary>What a revision makes of the text.</summary>
internal static class Revised
{
    public static Text Apply(Text now, Revision revision) => revision switch
    {
        AddRow added => now with { Plus = [.. now.Plus, added.Plus], Minus = [.. now.Minus, added.Minus], Rows = [.. now.Rows, new SynthesisRow(added.Plus, added.Minus)] },
        ChangeRow changed when now.Rows.ElementAtOrDefault(changed.Number) is { } row => now with
        {
            Plus = Replaced(now.Plus, row.Plus, changed.Plus),
            Minus = Replaced(now.Minus, row.Minus, changed.Minus),
            Rows = [.. now.Rows.Select((each, index) => index == changed.Number ? new SynthesisRow(changed.Plus, changed.Minus) : each)],
        },
        RemoveRow removed when now.Rows.ElementAtOrDefault(removed.Number) is { } row => now with
        {
            Plus = Without(now.Plus, row.Plus),
            Minus = Without(now.Minus, row.Minus),
            Rows = [.. now.Rows.Where((_, index) => index != removed.Number)],
        },
        AddAxis added => now with { Axes = [.. now.Axes, added.Sentence] },
        ChangeAxis changed => now with { Axes = [.. now.Axes.Select((text, index) => index == changed.Number ? changed.Sentence : text)] },
        RemoveAxis removed => now with { Axes = [.. now.Axes.Where((_, index) => index != removed.Number)] },
        _ => now,
    };

    /// <summary>The sentences that were rewritten, before and after.</summary>
    public static IEnumerable<(string Before, string After)> Renamed(Text now, Revision revision) => revision switch
    {
        ChangeRow changed when now.Rows.ElementAtOrDefault(changed.Number) is { } row => [(row.Plus, changed.Plus), (row.Minus, changed.Minus)],
        ChangeAxis changed when now.Axes.ElementAtOrDefault(changed.Number) is { } axis => [(axis, changed.Sentence)],
        _ => [],
    };

    // The lists of what works and of what resists are the rows again, as sources have them; what they hold besides is left alone.
    private static IReadOnlyList<string> Replaced(IReadOnlyList<string> texts, string before, string after)
    {
        var first = texts.ToList().IndexOf(before);
        return [.. texts.Select((text, index) => index == first ? after : text)];
    }

    private static IReadOnlyList<string> Without(IReadOnlyList<string> texts, string gone)
    {
        var first = texts.ToList().IndexOf(gone);
        return [.. texts.Where((_, index) => index != first)];
    }
}
