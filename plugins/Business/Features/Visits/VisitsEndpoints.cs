using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Business.Features.Visits;

internal static class VisitsEndpoints
{
    public const string Path = "visites";

    public static void MapVisits(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<VisitsPage, VisitsPageView>(new(
                theme, await mediator.Send(new ShowVisits(), context.RequestAborted),
                new(VisitForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? organisation, [FromForm] string? sector, [FromForm] string? commune,
            [FromForm] string? visitedOn, [FromForm] string? seats,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new VisitForm(organisation, sector, commune, visitedOn, seats);
            var outcome = await mediator.Send(new AddVisit(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<VisitsPage, VisitsPageView>(
                    new(theme, await mediator.Send(new ShowVisits(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
