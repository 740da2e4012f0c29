using Seminar.Host.Data;
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
        // Every theme has a part in it: one that ends the program there must not do so at each start.
        var underway = app.Services.GetRequiredService<DataFolder>().FirstPageUnderway;
        if (File.Exists(underway))
        {
            File.Delete(underway);
            app.Logger.LogWarning("The last run ended while it drew the first page; this one leaves it to the first reader");
            return;
        }

        await File.WriteAllTextAsync(underway, "");
        await DrawHomeAsync(app);
        File.Delete(underway);
    }

    private static async Task DrawHomeAsync(WebApplication app)
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
