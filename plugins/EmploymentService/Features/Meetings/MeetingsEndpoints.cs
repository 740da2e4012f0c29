using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Seminar.Themes.EmploymentService.Features.Bodies;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

internal static class MeetingsEndpoints
{
    public const string Path = "rencontres";

    public static void MapMeetings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration) =>
            ShowAsync(MeetingForm.Blank, [], context, mediator, theme, configuration)).RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? title, [FromForm] string? kind, [FromForm] string? territory,
            [FromForm] string? heldOn, [FromForm] string? startsAt, [FromForm] string? endsAt, [FromForm] string? place,
            HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration) =>
        {
            var form = new MeetingForm(title, kind, territory, heldOn, startsAt, endsAt, place);
            var outcome = await mediator.Send(new AddMeeting(form), context.RequestAborted);
            return outcome.Accepted ? PageResults.SeeOther($"{theme.Address}/{Path}") : await ShowAsync(form, outcome.Refusals, context, mediator, theme, configuration);
        }).RequireAuthorization(Access.Contribute).WithSummary("Annoncer une rencontre");
    }

    private static async Task<IResult> ShowAsync(MeetingForm form, IReadOnlyList<Refusal> refusals, HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration) =>
        PageResults.Show<MeetingsPage, MeetingsPageView>(
            new(
                theme, await mediator.Send(new ShowMeetings(), context.RequestAborted), new(form, refusals, await context.MayAsync(Access.Contribute)),
                $"{SiteAddress.Of(context, configuration)}{theme.Address}/{BodiesEndpoints.CalendarPath}"),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
