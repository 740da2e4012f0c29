using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Themes.EmploymentService.Features.Bodies;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

internal static class MeetingsEndpoints
{
    public const string Path = "rencontres";

    public static void MapMeetings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration) =>
            ShowAsync(MeetingForm.Blank, [], context, mediator, theme, configuration)).RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (IFormCollection sent, HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration) =>
        {
            var form = MeetingForm.Of(sent);
            var outcome = await mediator.Send(new AddMeeting(form), context.RequestAborted);
            return outcome.Accepted ? PageResults.SeeOther($"{theme.Address}/{Path}") : await ShowAsync(form, outcome.Refusals, context, mediator, theme, configuration);
        }).RequireAuthorization(Access.Contribute).WithSummary("Annoncer une rencontre");
    }

    private static async Task<IResult> ShowAsync(MeetingForm form, IReadOnlyList<Refusal> refusals, HttpContext context, IMediator mediator, ThemeIdentity theme, IConfiguration configuration)
    {
        var isOpen = await context.MayAsync(Access.Contribute);
        var isPublished = await IsPublishedAsync(context);
        var path = isPublished ? BodiesEndpoints.CalendarPath
            : isOpen ? BodiesEndpoints.TeamCalendarPath(await mediator.Send(new ShowCalendarCode(), context.RequestAborted))
            : null;
        return PageResults.Show<MeetingsPage, MeetingsPageView>(
            new(
                theme, await mediator.Send(new ShowMeetings(), context.RequestAborted), new(form, refusals, isOpen),
                path is null ? null : $"{SiteAddress.Of(context, configuration)}{theme.Address}/{path}", IsForTeam: !isPublished),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What a stranger may read, a calendar program may.</summary>
    private static async Task<bool> IsPublishedAsync(HttpContext context) =>
        (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), context, Access.Read)).Succeeded;
}
