using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Qualification.Features.Discoveries;

internal static class DiscoveriesEndpoints
{
    public const string Path = "decouvertes";

    public static void MapDiscoveries(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<DiscoveriesPage, DiscoveriesPageView>(new(
                theme, await mediator.Send(new ShowDiscoveries(), context.RequestAborted),
                new(DiscoveryForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? organisation, [FromForm] string? trade, [FromForm] string? kind,
            [FromForm] string? commune, [FromForm] string? heldOn,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new DiscoveryForm(organisation, trade, kind, commune, heldOn);
            var outcome = await mediator.Send(new AddDiscovery(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<DiscoveriesPage, DiscoveriesPageView>(
                    new(theme, await mediator.Send(new ShowDiscoveries(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
