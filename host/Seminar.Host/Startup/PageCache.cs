using Microsoft.AspNetCore.OutputCaching;
using Seminar.Contracts.Pages;
using Seminar.Host.Modules;
using Seminar.Host.Themes;

namespace Seminar.Host.Startup;

/// <summary>
/// Keeps drawn pages of readers while nothing that they show has changed: the key holds the version of the data behind
/// them. Signed-in people and pages with a form (which set a cookie) are never served from it.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    /// <summary>Some pages speak of today ("à revérifier"), so none is kept long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var module = http.GetEndpoint()?.Metadata.GetMetadata<ModuleMetadata>();
        if (module is null || !HttpMethods.IsGet(http.Request.Method) || http.User.Identity?.IsAuthenticated == true)
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["data"] = Stamp(http.RequestServices, module.Key);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    private static string Stamp(IServiceProvider services, string module)
    {
        var themes = services.GetRequiredService<ThemeRegistry>();
        var seminar = services.GetRequiredService<SeminarModule>().Database.Version;
        var data = themes.Find(module) is { } theme
            ? theme.Database.Version
            : themes.RunningThemes.Sum(each => each.Database.Version);
        var offer = services.GetRequiredService<OfferHosting>().Database.Version;
        return string.Create(null, $"{themes.Version}.{seminar}.{offer}.{data}");
    }
}
