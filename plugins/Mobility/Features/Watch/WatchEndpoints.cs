using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Mobility.Features.Watch;

internal static class WatchEndpoints
{
    public const string Path = "veille";

    public static void MapWatch(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<WatchPage, WatchPageView>(new(
                theme, await mediator.Send(new ShowWatch(), context.RequestAborted),
                new(SchemeForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? name, [FromForm] string? source, [FromForm] string? owner, [FromForm] string? checkAgainOn,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new SchemeForm(name, source, owner, checkAgainOn);
            var outcome = await mediator.Send(new AddScheme(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<WatchPage, WatchPageView>(
                    new(theme, await mediator.Send(new ShowWatch(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute).WithSummary("Mettre un dispositif en veille");

        pages.MapPost(Path + "/{id:guid}", async Task<IResult> (Guid id, [FromForm] string? next, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var outcome = await mediator.Send(new CheckScheme(id, next), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<WatchPage, WatchPageView>(
                    new(theme, await mediator.Send(new ShowWatch(), cancel), new(SchemeForm.Blank, [], IsOpen: true), outcome.Refusals[0].Message), StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute).WithSummary("Revérifier un dispositif");

        pages.MapPost(Path + "/{id:guid}/correction", async Task<IResult> (Guid id, IFormCollection sent, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new SchemeForm(sent["name"], sent["source"], sent["owner"], sent["checkAgainOn"]);
            var outcome = await mediator.Send(new CorrectScheme(id, form, sent["before"]), cancel);
            if (outcome.Accepted)
            {
                return PageResults.SeeOther($"{theme.Address}/{Path}");
            }

            // Of a scheme that someone took away meanwhile, what was typed goes into the form that adds one.
            var watch = await mediator.Send(new ShowWatch(), cancel);
            return PageResults.Show<WatchPage, WatchPageView>(
                watch.Schemes.Any(scheme => scheme.Id == id)
                    ? new(theme, watch, new(SchemeForm.Blank, [], IsOpen: true), Refused: new CorrectionView(id, form, outcome.Refusals))
                    : new(theme, watch, new(form, [], IsOpen: true), outcome.Refusals[0].Message),
                StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute).WithSummary("Corriger un dispositif");

        pages.MapPost(Path + "/{id:guid}/fin", async Task<IResult> (Guid id, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            await mediator.Send(new EndScheme(id), cancel);
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }).RequireAuthorization(Access.Contribute).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un dispositif de la veille");
    }
}
