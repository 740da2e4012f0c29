using Seminar.Contracts.Themes;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Ui;

namespace Seminar.Host.Startup;

/// <summary>What the frame of every page shows: the seminar's title, whether it is sample data, its themes.</summary>
internal sealed class SeminarSite(SeminarModule seminar, ThemeRegistry themes, IHttpContextAccessor http) : ISite
{
    private volatile Heading? _heading;

    public string Title => Current.Title;

    public bool IsSample => Current.IsSample;

    public IReadOnlyList<ThemeIdentity> Themes => [.. themes.Running.Select(theme => theme.Identity)];

    public bool IsAdministrator => http.HttpContext?.User.IsInRole(AccessPolicies.AdministratorRole) ?? false;

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
            return _heading = new Heading(version, stored?.Document.Title ?? "Séminaire", stored?.IsSample ?? false);
        }
    }

    private sealed record Heading(long Version, string Title, bool IsSample);
}
