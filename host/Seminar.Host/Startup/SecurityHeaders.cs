namespace Seminar.Host.Startup;

internal static class SecurityHeaders
{
    // Scripts and styles only from files of this site.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; media-src 'self' blob:; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = $"camera=({(context.Request.Path.StartsWithSegments("/accueil") ? "self" : "")}), geolocation=(), microphone=()";
        context.Response.OnStarting(() =>
        {
            // What someone sees who has entered stays on no disk: badges, lists, sheets, on machines that several people share.
            if (context.User.Identity is { IsAuthenticated: true } && context.Response.Headers.CacheControl.Count == 0)
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
