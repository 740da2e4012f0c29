using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Rupture.Features.Resources;

internal static class ResourcesEndpoints
{
    public const string Path = "annuaire";

    public static void MapResources(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<ResourcesPage, ResourcesPageView>(new(
                theme, await mediator.Send(new ShowResources(), context.RequestAborted),
                new(ResourceForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? organisation, [FromForm] string? field, [FromForm] string? departement,
            [FromForm] string? help, [FromForm] string? contact,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new ResourceForm(organisation, field, departement, help, contact);
            var outcome = await mediator.Send(new AddResource(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<ResourcesPage, ResourcesPageView>(
                    new(theme, await mediator.Send(new ShowResources(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
