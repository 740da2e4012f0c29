using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Seminar.Contracts.Pages;

namespace Seminar.People.Features.Tablets;

internal static class TabletsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/groupes/{workshop}/tablettes").RequireAuthorization(Access.Lead);
        pages.MapGet("", async Task<IResult> (string workshop, HttpContext context, IMediator mediator, IConfiguration configuration) =>
            await mediator.Send(new ReadTablets(workshop, SiteAddress.Of(context, configuration)), context.RequestAborted) is { } view
                ? PageResults.Show<TabletsPage, TabletsView>(view)
                : Results.NotFound());
        pages.MapPost("revocation", async Task<IResult> (string workshop, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new RevokeTablets(workshop), cancel);
            return PageResults.SeeOther($"/groupes/{workshop}#tablettes");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Changer les codes des tablettes");
    }
}
