using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Seminar.Themes.EmploymentService.Features.Meetings;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>A meeting of a steering body from its date to its minutes; the calendar of all; the actions that wait.</summary>
internal static class BodiesEndpoints
{
    public const string ActionsPath = "actions";
    public const string CalendarPath = MeetingsEndpoints.Path + "/calendrier.ics";
    private const string One = MeetingsEndpoints.Path + "/{id:guid}";

    public static void MapBodies(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(CalendarPath, async (HttpContext context, IMediator mediator, IConfiguration configuration) =>
            Results.Text(await mediator.Send(new MakeCalendar(SiteAddress.Of(context, configuration)), context.RequestAborted), "text/calendar; charset=utf-8")).RequireAuthorization(Access.Read);
        pages.MapGet(ActionsPath, async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<ActionsPage, ActionsView>(await mediator.Send(new ShowActions(), cancel))).RequireAuthorization(Access.Read);
        pages.MapGet(One, (Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) => ShowAsync(id, [], context, mediator, theme)).RequireAuthorization(Access.Read);

        var team = pages.MapGroup(One).RequireAuthorization(Access.Contribute);
        team.MapPost("date", ([FromForm] string? heldOn, [FromForm] string? startsAt, [FromForm] string? endsAt, [FromForm] string? place, [FromForm] string? cancelled, Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(id, new ReplanMeeting(id, heldOn, startsAt, endsAt, place, cancelled == "oui"), context, mediator, theme)).WithSummary("Replanifier une rencontre");
        team.MapPost("ordre-du-jour", ([FromForm] string? title, Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(id, new AddAgendaItem(id, title), context, mediator, theme)).WithSummary("Ajouter un point à l’ordre du jour");
        team.MapPost("compte-rendu/{item:guid}", ([FromForm] string? minutes, Guid id, Guid item, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(id, new WriteMinutes(item, minutes), context, mediator, theme)).WithSummary("Écrire le compte rendu d’un point");
        team.MapPost("decisions", ([FromForm] string? text, [FromForm] string? owner, [FromForm] string? dueOn, Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(id, new AddDecision(id, text, owner, dueOn), context, mediator, theme)).WithSummary("Noter une décision");
        team.MapPost("decisions/{decision:guid}/faite", async Task<IResult> (Guid id, Guid decision, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            await mediator.Send(new FinishDecision(decision), cancel);
            return PageResults.SeeOther($"{theme.Address}/{MeetingsEndpoints.Path}/{id}");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Dire qu’une décision est faite");
    }

    private static async Task<IResult> SendAsync(Guid id, IRequest<Outcome> command, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        var outcome = await mediator.Send(command, context.RequestAborted);
        return outcome.Accepted ? PageResults.SeeOther($"{theme.Address}/{MeetingsEndpoints.Path}/{id}") : await ShowAsync(id, outcome.Refusals, context, mediator, theme);
    }

    private static async Task<IResult> ShowAsync(Guid id, IReadOnlyList<Refusal> refusals, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        await mediator.Send(new ShowBody(id), context.RequestAborted) is { } body
            ? PageResults.Show<BodyPage, BodyPageView>(new BodyPageView(theme, body, await context.MayAsync(Access.Contribute), refusals), refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
}
