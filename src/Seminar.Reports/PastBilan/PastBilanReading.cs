using Seminar.Contracts.Workshops;

namespace Seminar.Reports.PastBilan;

/// <summary>What was understood of a past bilan. Nothing is stored by reading.</summary>
/// <param name="Workshops">The workshops that were recognised, in order.</param>
/// <param name="Synthesis">The transversal synthesis, if there is one.</param>
/// <param name="Unrecognised">The lines that nothing was made of.</param>
/// <param name="Refusal">Why the file could not be read at all, as a French sentence; null when it was.</param>
public sealed record PastBilanReading(
    IReadOnlyList<RecognisedWorkshop> Workshops, TransversalSynthesis? Synthesis, IReadOnlyList<UnrecognisedLine> Unrecognised, string? Refusal)
{
    internal static PastBilanReading Refused(string refusal) => new([], null, [], refusal);
}

/// <summary>A workshop that was recognised.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Document">What it says; its theme is empty, for a person to choose.</param>
public sealed record RecognisedWorkshop(int Line, WorkshopDocument Document);

/// <summary>A line that nothing was made of.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Text">What it says.</param>
public sealed record UnrecognisedLine(int Number, string Text);
