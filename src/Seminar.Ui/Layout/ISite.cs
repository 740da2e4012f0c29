using Seminar.Contracts.Themes;

namespace Seminar.Ui;

/// <summary>What the frame of every page shows. The host implements it and puts it into every module's scope.</summary>
public interface ISite
{
    /// <summary>Title of the seminar.</summary>
    string Title { get; }

    /// <summary>Whether every page must say that it shows sample data.</summary>
    bool IsSample { get; }

    /// <summary>The running themes, in order.</summary>
    IReadOnlyList<ThemeIdentity> Themes { get; }

    /// <summary>Whether the reader signed in as an administrator.</summary>
    bool IsAdministrator { get; }
}
