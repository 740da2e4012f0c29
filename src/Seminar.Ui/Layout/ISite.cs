using Seminar.Contracts.Themes;

namespace Seminar.Ui;

/// <summary>What the frame of every page shows. The host implements it and puts it into every module's scope.</summary>
public interface ISite
{
    /// <summary>Title of the seminar.</summary>
    string Title { get; }

    /// <summary>INSEE code of the region that gathers; empty while it is not told.</summary>
    string Region { get; }

    /// <summary>Whether every page must say that it shows sample data.</summary>
    bool IsSample { get; }

    /// <summary>Whether anyone may read the seminar, or its team alone.</summary>
    bool IsPublished { get; }

    /// <summary>The running themes, in order.</summary>
    IReadOnlyList<ThemeIdentity> Themes { get; }

    /// <summary>Who is reading; null for someone who did not enter.</summary>
    SiteVisitor? Visitor { get; }
}

/// <summary>Someone who entered.</summary>
/// <param name="Name">Name of a team member; null for a participant.</param>
/// <param name="Place">Key of the workshop where a participant has a seat, empty without one; null for the team.</param>
/// <param name="MayWelcome">Whether the pages of the door serve them.</param>
/// <param name="MayCoordinate">Whether registrations and badges do.</param>
/// <param name="MayAdminister">Whether the administration does.</param>
public sealed record SiteVisitor(string? Name, string? Place, bool MayWelcome, bool MayCoordinate, bool MayAdminister);
