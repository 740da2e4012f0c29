using Seminar.Contracts.Reports;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Model;

/// <summary>What a bilan is made of: the seminar, and the chapters of one theme or of all those that are enabled.</summary>
/// <param name="Seminar">The seminar; null in an empty data folder.</param>
/// <param name="Chapters">In the order of the themes.</param>
/// <param name="IsWhole">Whether it is the seminar's, with the transversal synthesis, or one workshop's.</param>
/// <param name="Missing">Sentences that say what could not be had; a bilan never hides that it is partial.</param>
/// <param name="At">When it was made.</param>
/// <param name="Evidence">What the transversal synthesis says besides its sentences: what they rest on, what comes back.</param>
public sealed record Bilan(
    SeminarDocument? Seminar, IReadOnlyList<Chapter> Chapters, bool IsWhole, IReadOnlyList<string> Missing, DateTimeOffset At, IReadOnlyList<EvidenceSection>? Evidence = null);

/// <summary>A section of the transversal synthesis that another module wrote.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says.</param>
public sealed record EvidenceSection(string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A theme with what its chapter says.</summary>
public sealed record Chapter(ThemeIdentity Theme, ReportContent Content);
