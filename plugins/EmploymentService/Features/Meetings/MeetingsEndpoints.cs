using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

internal static class MeetingsEndpoints
{
    public const string Path = "rencontres";

    public static void MapMeetings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<MeetingsPage, MeetingsPageView>(new(
                theme, await mediator.Send(new ShowMeetings(), context.RequestAborted),
                new(MeetingForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? title, [FromForm] string? kind, [FromForm] string? territory,
            [FromForm] string? heldOn, [FromForm] string? startsAt, [FromForm] string? endsAt, [FromForm] string? place,
            IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new MeetingForm(title, kind, territory, heldOn, startsAt, endsAt, place);
            var outcome = await mediator.Send(new AddMeeting(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<MeetingsPage, MeetingsPageView>(
                    new(theme, await mediator.Send(new ShowMeetings(), cancel), new(form, outcome.Refusals, IsOpen: true)),
                    StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute).WithSummary("Annoncer une rencontre");
    }
}
