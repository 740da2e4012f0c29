using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Ui;

/// <summary>Serves the script that opens a page again when the network is away, beside the page that it looks after.</summary>
public static class OfflineWorker
{
    /// <summary>Maps <c>sw.js</c> below the page's address.</summary>
    /// <param name="routes">Where the page is mapped.</param>
    /// <param name="page">Address of the page: the scope of the script, which its folder alone would not contain.</param>
    public static void Map(IEndpointRouteBuilder routes, string page) => routes.MapGet("sw.js", (HttpContext context, IWebHostEnvironment site) =>
    {
        context.Response.Headers["Service-Worker-Allowed"] = page;
        context.Response.Headers.CacheControl = "no-cache";
        var worker = site.WebRootFileProvider.GetFileInfo("_content/Seminar.Ui/offline-worker.js");
        return worker.Exists ? Results.Stream(worker.CreateReadStream(), "text/javascript; charset=utf-8") : Results.NotFound();
    }).AllowAnonymous();
}
