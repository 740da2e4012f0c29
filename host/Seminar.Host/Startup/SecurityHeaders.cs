using Microsoft.Net.Http.Headers;

namespace Seminar.Host.Startup;

internal static class SecurityHeaders
{
    // Scripts and styles only from files of this site.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; media-src 'self' blob:; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Set(context);
        context.Response.OnStarting(() =>
        {
            // An error page begins with a response that was emptied.
            Set(context);
            // What someone sees who has entered stays on no disk: badges, lists, sheets, on machines that several people share.
            if (context.User.Identity is { IsAuthenticated: true } && context.Response.Headers.CacheControl.Count == 0)
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Adds what is not there: a page may have put a policy of its own in place.</summary>
    private static void Set(HttpContext context)
    {
        var camera = context.Request.Path.StartsWithSegments("/accueil") ? "self" : "";
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", $"camera=({camera}), geolocation=(), microphone=()");
    }
}
