using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Guidance.Features.Tools;

internal static class ToolsEndpoints
{
    public const string Path = "outils";

    public static void MapTools(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<ToolsPage, ToolsPageView>(new(
                theme, await mediator.Send(new ShowTools(), context.RequestAborted),
                new(ToolForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? name, [FromForm] string? purpose, [FromForm] string? address,
            [FromForm] string? free,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new ToolForm(name, purpose, address, free);
            var outcome = await mediator.Send(new AddTool(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<ToolsPage, ToolsPageView>(
                    new(theme, await mediator.Send(new ShowTools(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
