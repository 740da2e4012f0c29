using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        pages.MapGet(One, (Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) => ShowAsync(id, null, context, mediator, theme)).RequireAuthorization(Access.Read);

        var team = pages.MapGroup(One).RequireAuthorization(Access.Contribute);
        MapAgenda(team);
        MapDecisions(team);
        team.MapPost("date", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new ReplanMeeting(id, form["heldOn"], form["startsAt"], form["endsAt"], form["place"], form["cancelled"] == "oui"), id, BodyForms.Date, form, context, mediator, theme))
            .WithSummary("Replanifier une rencontre");
    }

    private static void MapAgenda(RouteGroupBuilder team)
    {
        team.MapPost("ordre-du-jour", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new AddAgendaItem(id, form["title"]), id, BodyForms.Agenda, form, context, mediator, theme)).WithSummary("Ajouter un point à l’ordre du jour");
        team.MapPost("ordre-du-jour/{item:guid}", (Guid id, Guid item, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new WriteMinutes(item, form["title"], form["minutes"], form["before"]), id, BodyForms.Of(item), form, context, mediator, theme)).WithSummary("Écrire le compte rendu d’un point");
        team.MapPost("ordre-du-jour/{item:guid}/monter", (Guid id, Guid item, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new RaiseAgendaItem(item), id, BodyForms.Of(item), FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Monter un point de l’ordre du jour");
        team.MapPost("ordre-du-jour/{item:guid}/retrait", (Guid id, Guid item, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new RemoveAgendaItem(item), id, BodyForms.Of(item), FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un point de l’ordre du jour");
    }

    private static void MapDecisions(RouteGroupBuilder team)
    {
        team.MapPost("decisions", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new AddDecision(id, form["text"], form["owner"], form["dueOn"]), id, BodyForms.Decision, form, context, mediator, theme)).WithSummary("Noter une décision");
        team.MapPost("decisions/{decision:guid}/faite", (Guid id, Guid decision, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new FinishDecision(decision, IsDone: true), id, BodyForms.Decision, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Dire qu’une décision est faite");
        team.MapPost("decisions/{decision:guid}/a-faire", (Guid id, Guid decision, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new FinishDecision(decision, IsDone: false), id, BodyForms.Decision, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Dire qu’une décision reste à faire");
    }

    private static async Task<IResult> SendAsync(IRequest<Outcome> command, Guid id, string form, IFormCollection typed, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        var outcome = await mediator.Send(command, context.RequestAborted);
        return outcome.Accepted
            ? PageResults.SeeOther($"{theme.Address}/{MeetingsEndpoints.Path}/{id}")
            : await ShowAsync(id, new RefusedForm(form, typed.ToDictionary(field => field.Key, field => field.Value.ToString()), outcome.Refusals), context, mediator, theme);
    }

    private static async Task<IResult> ShowAsync(Guid id, RefusedForm? refused, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        await mediator.Send(new ShowBody(id), context.RequestAborted) is { } body
            ? PageResults.Show<BodyPage, BodyPageView>(new BodyPageView(theme, body, await context.MayAsync(Access.Contribute), refused), refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
}
