using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Where the team's calendar programs read, published or not.</summary>
    public static string TeamCalendarPath(string code) => $"{MeetingsEndpoints.Path}/calendrier/{code}.ics";

    public static void MapBodies(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(CalendarPath, CalendarAsync).RequireAuthorization(Access.Read);
        pages.MapGet(TeamCalendarPath("{code}"), TeamCalendarAsync).AllowAnonymous();
        pages.MapGet(ActionsPath, async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<ActionsPage, ActionsView>(await mediator.Send(new ShowActions(), cancel))).RequireAuthorization(Access.Read);
        pages.MapGet(One, (Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) => ShowAsync(id, null, context, mediator, theme)).RequireAuthorization(Access.Read);

        var team = pages.MapGroup(One).RequireAuthorization(Access.Contribute);
        MapAgenda(team);
        MapDecisions(team);
        team.MapPost("date", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new ReplanMeeting(id, MeetingForm.Of(form), form["cancelled"] == "oui", Meanwhile.Sequence(form[Meanwhile.Field])), id, BodyForms.Meeting, form, context, mediator, theme))
            .WithSummary("Corriger ou replanifier une rencontre");
        pages.MapPost(One + "/retrait", async Task<IResult> (Guid id, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        {
            var outcome = await mediator.Send(new RemoveMeeting(id), context.RequestAborted);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{MeetingsEndpoints.Path}")
                : await ShowAsync(id, RefusedForm.Of(BodyForms.None, FormCollection.Empty, outcome.Refusals), context, mediator, theme);
        }).RequireAuthorization(Access.Lead).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer une rencontre");
    }

    private static void MapAgenda(RouteGroupBuilder team)
    {
        team.MapPost("ordre-du-jour", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new AddAgendaItem(id, form["title"]), id, BodyForms.Agenda, form, context, mediator, theme)).WithSummary("Ajouter un point à l’ordre du jour");
        team.MapPost("ordre-du-jour/{item:guid}", (Guid id, Guid item, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new WriteMinutes(item, form["title"], form["minutes"], Meanwhile.Sequence(form[Meanwhile.Field])), id, BodyForms.Of(item), form, context, mediator, theme)).WithSummary("Écrire le compte rendu d’un point");
        team.MapPost("ordre-du-jour/{item:guid}/monter", (Guid id, Guid item, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new RaiseAgendaItem(item), id, BodyForms.None, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Monter un point de l’ordre du jour");
        team.MapPost("ordre-du-jour/{item:guid}/retrait", (Guid id, Guid item, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new RemoveAgendaItem(item), id, BodyForms.None, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un point de l’ordre du jour");
    }

    private static void MapDecisions(RouteGroupBuilder team)
    {
        team.MapPost("decisions", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new AddDecision(id, form["text"], form["owner"], form["dueOn"]), id, BodyForms.Decision, form, context, mediator, theme)).WithSummary("Noter une décision");
        team.MapPost("decisions/{decision:guid}", (Guid id, Guid decision, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new CorrectDecision(decision, form["text"], form["owner"], form["dueOn"], Meanwhile.Sequence(form[Meanwhile.Field])), id, BodyForms.Of(decision), form, context, mediator, theme))
            .WithSummary("Corriger une décision");
        team.MapPost("decisions/{decision:guid}/retrait", (Guid id, Guid decision, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new RemoveDecision(decision), id, BodyForms.None, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer une décision");
        team.MapPost("decisions/{decision:guid}/faite", (Guid id, Guid decision, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new FinishDecision(decision, IsDone: true), id, BodyForms.None, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Dire qu’une décision est faite");
        team.MapPost("decisions/{decision:guid}/a-faire", (Guid id, Guid decision, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            SendAsync(new FinishDecision(decision, IsDone: false), id, BodyForms.None, FormCollection.Empty, context, mediator, theme))
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Dire qu’une décision reste à faire");
    }

    private static async Task<IResult> CalendarAsync(HttpContext context, IMediator mediator, IConfiguration configuration) =>
        Results.Text(await mediator.Send(new MakeCalendar(SiteAddress.Of(context, configuration)), context.RequestAborted), "text/calendar; charset=utf-8");

    private static async Task<IResult> TeamCalendarAsync(string code, HttpContext context, IMediator mediator, IConfiguration configuration)
    {
        var own = await mediator.Send(new ShowCalendarCode(), context.RequestAborted);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(own)) ? await CalendarAsync(context, mediator, configuration) : Results.NotFound();
    }

    private static async Task<IResult> SendAsync(IRequest<Outcome> command, Guid id, string form, IFormCollection typed, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        var outcome = await mediator.Send(command, context.RequestAborted);
        return outcome.Accepted
            ? PageResults.SeeOther($"{theme.Address}/{MeetingsEndpoints.Path}/{id}")
            : await ShowAsync(id, RefusedForm.Of(form, typed, outcome.Refusals), context, mediator, theme);
    }

    private static async Task<IResult> ShowAsync(Guid id, RefusedForm? refused, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        await mediator.Send(new ShowBody(id), context.RequestAborted) is { } body
            ? PageResults.Show<BodyPage, BodyPageView>(
                new BodyPageView(theme, body, await context.MayAsync(Access.Contribute), await context.MayAsync(Access.Lead), refused), refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
}
