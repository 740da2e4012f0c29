namespace Seminar.Contracts.Workshops;

/// <summary>The seminar as a whole, in the shape of <c>seminar.json</c> in the seeds.</summary>
/// <param name="Id">Identifier: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Title, in French.</param>
/// <param name="Region">The region that gathers.</param>
/// <param name="Objectives">What the day is for.</param>
/// <param name="Method">How the groups work.</param>
/// <param name="Themes">Keys of the themes, in the order of the programme.</param>
/// <param name="Synthesis">The transversal synthesis, or null while none was written.</param>
public sealed record SeminarDocument(
    string Id,
    string Title,
    Region Region,
    IReadOnlyList<string> Objectives,
    Method Method,
    IReadOnlyList<string> Themes,
    TransversalSynthesis? Synthesis);

/// <summary>A region of France.</summary>
/// <param name="Code">INSEE code.</param>
/// <param name="Name">Name.</param>
public sealed record Region(string Code, string Name);

/// <summary>How the groups work.</summary>
/// <param name="GroupSize">People in a group.</param>
/// <param name="Badges">Colours of the badges by family.</param>
/// <param name="Start">Local time the workshops begin, <c>HH:mm</c>.</param>
/// <param name="End">Local time they end, <c>HH:mm</c>.</param>
public sealed record Method(int GroupSize, IReadOnlyList<Badge> Badges, TimeOnly Start, TimeOnly End);

/// <summary>A colour of badge.</summary>
/// <param name="Color">French name of the colour.</param>
/// <param name="Family">The family that wears it.</param>
public sealed record Badge(string Color, Family Family);

/// <summary>The transversal synthesis as a person wrote it.</summary>
/// <param name="Plus">What works, across themes.</param>
/// <param name="Minus">What resists, across themes.</param>
/// <param name="Rows">The same, face to face.</param>
/// <param name="Axes">The shared axes of the plan.</param>
public sealed record TransversalSynthesis(
    IReadOnlyList<string> Plus, IReadOnlyList<string> Minus, IReadOnlyList<SynthesisRow> Rows, IReadOnlyList<string> Axes);

/// <summary>A strength facing its counterpart.</summary>
/// <param name="Plus">What works.</param>
/// <param name="Minus">What resists.</param>
public sealed record SynthesisRow(string Plus, string Minus);
