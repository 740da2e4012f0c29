using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Decisions;

/// <summary>What is decided about: a topic, or an axis.</summary>
public enum SubjectKind
{
    /// <summary>What comes back.</summary>
    Topic,

    /// <summary>What is proposed in common.</summary>
    Axis,
}

/// <summary>Where the decision about it stands.</summary>
public enum SubjectState
{
    /// <summary>As the program proposes it.</summary>
    Proposed,

    /// <summary>A person took it.</summary>
    Accepted,

    /// <summary>A person set it aside.</summary>
    Rejected,
}

/// <summary>A topic or an axis as it stands after what was decided.</summary>
/// <param name="Topic">Its label and its items, decisions applied.</param>
/// <param name="FoundLabel">Its label as found; null for one that a person made.</param>
/// <param name="State">The decision.</param>
/// <param name="Version">Raised by each decision; 0 before the first.</param>
/// <param name="Came">Items that came since the last decision.</param>
/// <param name="Went">Texts that went since.</param>
/// <param name="Merged">Those that it took in.</param>
public sealed record Subject(
    Topic Topic, string? FoundLabel, SubjectState State, int Version, IReadOnlyList<TopicItem> Came, IReadOnlyList<string> Went, IReadOnlyList<(string Key, string Label)> Merged);

/// <summary>A row of what was decided.</summary>
internal sealed record SubjectDecision(string Key, string? Label, SubjectState State, string? MergedInto, int Version);

/// <summary>All that was decided about the topics, or about the axes.</summary>
/// <param name="Subjects">By key.</param>
/// <param name="Placed">Items put in or taken out, by key.</param>
/// <param name="Seen">Items and their texts at the last decision, by key.</param>
internal sealed record Decided(
    IReadOnlyDictionary<string, SubjectDecision> Subjects,
    ILookup<string, (ItemReference Item, bool IsIn)> Placed,
    ILookup<string, (ItemReference Item, string Text)> Seen);

/// <summary>Points at a note or a proposal.</summary>
public sealed record ItemReference(string Theme, string Id)
{
    /// <summary>As in forms.</summary>
    public override string ToString() => $"{Theme}/{Id}";

    /// <summary>Reads it back from a form.</summary>
    public static ItemReference? Parse(string? text) => text?.Split('/', 2) is [{ Length: > 0 } theme, { Length: > 0 } id] ? new ItemReference(theme, id) : null;

    internal static ItemReference To(TopicItem item) => new(item.Theme, item.Item.Id);
}
