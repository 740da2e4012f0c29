using Microsoft.AspNetCore.OutputCaching;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Ui;

namespace Seminar.Host.Startup;

/// <summary>
/// Keeps drawn pages of readers while nothing that they show has changed: the key holds the version of the data behind them. Only a
/// page that says so where it is mapped (<see cref="KeptPage"/>) is kept; never for someone who has entered, and never one that
/// turns out to be for its reader alone.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    /// <summary>Some pages speak of today ("à revérifier"), so none is kept long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var endpoint = http.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<KeptPage>() is not { } page
            || endpoint.GetMetadata<ModuleMetadata>() is not { } module
            || !HttpMethods.IsGet(http.Request.Method)
            || http.User.Identity?.IsAuthenticated == true)
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["data"] = Stamp(http.RequestServices, module.Key, page.Shows);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || IsForItsReader(response))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The framework marks a page that holds a form's token like this, even when the reader has the cookie already.</summary>
    private static bool IsForItsReader(HttpResponse response)
    {
        var kept = response.GetTypedHeaders().CacheControl;
        return kept is { NoStore: true } or { NoCache: true } or { Private: true };
    }

    private static string Stamp(IServiceProvider services, string module, Shown shows)
    {
        var themes = services.GetRequiredService<ThemeRegistry>();
        var seminar = services.GetRequiredService<SeminarModule>().Database.Version;
        var own = shows.HasFlag(Shown.OwnTheme) ? themes.Find(module)?.Database.Version : null;
        var all = shows.HasFlag(Shown.AllThemes) ? themes.RunningThemes.Sum(each => each.Database.Version) : 0;
        var offer = shows.HasFlag(Shown.Offer) ? services.GetRequiredService<OfferHosting>().Database.Version : 0;
        return string.Create(null, $"{themes.Version}.{seminar}.{own}.{all}.{offer}");
    }
}
