using Seminar.Contracts.Themes;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Ui;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Startup;

/// <summary>What the frame of every page shows: the seminar's title, whether it is sample data, its themes, who is reading.</summary>
internal sealed class SeminarSite(SeminarModule seminar, ThemeRegistry themes, IHttpContextAccessor http) : ISite
{
    private volatile Heading? _heading;

    public string Title => Current.Title;

    public string Region => Current.Region;

    public bool IsSample => Current.IsSample;

    public bool IsPublished => Current.IsPublished;

    public IReadOnlyList<ThemeIdentity> Themes => [.. themes.Running.Select(theme => theme.Identity)];

    public SiteVisitor? Visitor
    {
        get
        {
            if (http.HttpContext?.User is not { Identity.IsAuthenticated: true } user)
            {
                return null;
            }

            var roles = Access.Visitor.RolesOf(user).ToList();
            var place = Access.Visitor.SessionOf(user) is null ? null : Access.Visitor.PlaceOf(user);
            return new SiteVisitor(
                user.Identity.Name, place,
                MayWelcome: May(Policy.Welcome), MayCoordinate: May(Policy.Coordinate), MayAdminister: May(Policy.Administer));

            bool May(string policy) => AccessTable.Of(policy).Permits(roles, null, IsPublished);
        }
    }

    private Heading Current
    {
        get
        {
            var version = seminar.Database.Version;
            if (_heading is { } known && known.Version == version)
            {
                return known;
            }

            var stored = seminar.AskAsync(new GetSeminar(), CancellationToken.None).GetAwaiter().GetResult();
            return _heading = new Heading(version, stored?.Document.Title ?? "Séminaire", stored?.Document.Region.Code ?? "", stored?.IsSample ?? false, stored?.IsPublished ?? false);
        }
    }

    private sealed record Heading(long Version, string Title, string Region, bool IsSample, bool IsPublished);
}
