using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.SportCulture.Features.OpenDays;

internal static class OpenDaysEndpoints
{
    public const string Path = "journees";

    public static void MapOpenDays(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<OpenDaysPage, OpenDaysPageView>(new(
                theme, await mediator.Send(new ShowOpenDays(), context.RequestAborted),
                new(OpenDayForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? title, [FromForm] string? kind, [FromForm] string? commune,
            [FromForm] string? heldOn, [FromForm] string? seats,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new OpenDayForm(title, kind, commune, heldOn, seats);
            var outcome = await mediator.Send(new AddOpenDay(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<OpenDaysPage, OpenDaysPageView>(
                    new(theme, await mediator.Send(new ShowOpenDays(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
