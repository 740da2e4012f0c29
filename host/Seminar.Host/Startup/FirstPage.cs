using Seminar.Host.Modules;

namespace Seminar.Host.Startup;

/// <summary>
/// Draws the home page once for nobody while the server opens its port: the first reader then meets code that is
/// compiled, queries that are known and files that are read.
/// </summary>
internal static class FirstPage
{
    public static async Task DrawAsync(WebApplication app)
    {
        var home = app.Services.GetRequiredService<ModuleEndpoints>().Endpoints.OfType<RouteEndpoint>()
            .FirstOrDefault(endpoint => endpoint.RoutePattern.RawText == "/");
        if (home is null)
        {
            return;
        }

        try
        {
            await using var services = app.Services.CreateAsyncScope();
            var context = new DefaultHttpContext { RequestServices = services.ServiceProvider };
            context.Request.Method = HttpMethods.Get;
            context.Request.Scheme = Uri.UriSchemeHttp;
            context.Request.Host = new HostString("localhost");
            context.Request.Path = "/";
            await home.RequestDelegate!(context);
        }
        catch (Exception exception)
        {
            // A comfort only: the first reader will get the page, or the error, in full.
            app.Logger.LogDebug(exception, "The first page was not drawn ahead");
        }
    }
}
