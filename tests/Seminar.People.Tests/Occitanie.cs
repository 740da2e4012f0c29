using Seminar.Contracts.Themes;
using Seminar.Ui;

namespace Seminar.People.Tests;

/// <summary>A site of the region of the sample seminar.</summary>
internal sealed class Occitanie : ISite
{
    public string Title => "Rencontres";

    public string Region => "76";

    public bool IsSample => false;

    public bool IsPublished => false;

    public IReadOnlyList<ThemeIdentity> Themes => [];

    public SiteVisitor? Visitor => null;
}
