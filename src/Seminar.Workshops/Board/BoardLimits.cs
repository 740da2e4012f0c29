using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Board;

/// <summary>How much a board holds: far above any workshop, and never more than an import takes again.</summary>
internal static class BoardLimits
{
    public const int Notes = 5_000;
    public const int NotesOfGroup = 1_000;
    public const int NotesOfHeading = 500;
    public const int Headings = 50;
    public const int Proposals = 1_000;
    public const int ProposalsOfGroup = 200;
    public const int ProposalsOfAxis = 200;

    /// <summary>In the document every note has a heading, and every proposal an axis: those that have none are under these.</summary>
    public const string Ungathered = "Autres notes";

    public const string Unarranged = "Autres propositions";

    public static bool IsUngathered(Heading heading) => heading is { Title: Ungathered, Intro: null, Notes.Count: > 0 };

    public static bool IsUnarranged(Axis axis) => axis is { Title: Unarranged, Proposals.Count: > 0 };
}
