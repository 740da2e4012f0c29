using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Seminar.Host.Startup;
using Seminar.Ui;

namespace Seminar.Host.Pages;

/// <summary>Pages that say the same to everyone, and the health of the host.</summary>
internal static class FixedPages
{
    public static void MapFixedPages(this IEndpointRouteBuilder routes)
    {
        // An unknown address is "not found" for everyone, not a door to sign in at.
        routes.MapGet("{**path}", () => Results.NotFound()).WithOrder(int.MaxValue).AllowAnonymous().ExcludeFromDescription();
        routes.MapPage<GlossaryPage>("/glossaire");
        routes.MapPage<AccessibilityPage>("/accessibilite");
        routes.MapPage<StylePage>("/style");
        routes.MapGet("/health/live", () => Results.Text("vivant")).AllowAnonymous();
        routes.MapGet("/health/ready", (Readiness readiness, DiskCheck disk) =>
            !readiness.IsReady ? Unavailable("en cours d’ouverture")
            : disk.TakesWrites() ? Results.Text("prêt")
            : Unavailable("le disque ne prend plus d’écriture : il est plein, ou en lecture seule")).AllowAnonymous();
    }

    private static IResult Unavailable(string reason) => Results.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static void MapPage<TPage>(this IEndpointRouteBuilder routes, string address)
        where TPage : IComponent =>
        routes.MapGet(address, context => new RazorComponentResult<TPage>().ExecuteAsync(context)).AllowAnonymous().ExcludeFromDescription();
}
