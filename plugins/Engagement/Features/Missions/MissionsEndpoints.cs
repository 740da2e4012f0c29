using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Engagement.Features.Missions;

internal static class MissionsEndpoints
{
    public const string Path = "missions";

    public static void MapMissions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<MissionsPage, MissionsPageView>(new(
                theme, await mediator.Send(new ShowMissions(), context.RequestAborted),
                new(MissionForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? title, [FromForm] string? kind, [FromForm] string? organisation,
            [FromForm] string? departement, [FromForm] string? weeks, [FromForm] string? openToMinors,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new MissionForm(title, kind, organisation, departement, weeks, openToMinors);
            var outcome = await mediator.Send(new AddMission(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<MissionsPage, MissionsPageView>(
                    new(theme, await mediator.Send(new ShowMissions(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute);
    }
}
