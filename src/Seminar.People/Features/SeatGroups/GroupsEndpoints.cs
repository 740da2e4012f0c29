using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.People.Programme;

namespace Seminar.People.Features.SeatGroups;

internal static class GroupsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/groupes", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<GroupListPage, GroupListView>(await mediator.Send(new ListGroups(), cancel))).RequireAuthorization(Access.Welcome);

        var pages = routes.MapGroup("/groupes/{workshop}").RequireAuthorization(Access.Lead);
        pages.MapGet("", (string workshop, IMediator mediator, CancellationToken cancel) => ShowAsync(workshop, mediator, null, null, cancel));
        pages.MapPost("composition", async Task<IResult> (string workshop, [FromForm] bool? nouveau, IMediator mediator, CancellationToken cancel) =>
            await mediator.Send(new ComposeGroups(workshop, nouveau ?? false), cancel)
                ? Back(workshop)
                : await ShowAsync(workshop, mediator, null, "Personne n’est encore arrivé dans cet atelier.", cancel)).WithSummary("Composer les groupes");
        pages.MapPost("retardataires", async Task<IResult> (string workshop, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new SeatLatecomers(workshop), cancel);
            return Back(workshop);
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Placer les retardataires");
        pages.MapPost("verrou", async Task<IResult> (string workshop, [FromForm] Guid personne, [FromForm] bool verrouille, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new LockPerson(workshop, personne, verrouille), cancel);
            return Back(workshop);
        }).WithSummary("Verrouiller une place");
        pages.MapGet("deplacement", MoveAsync);
        pages.MapPost("deplacement", ConfirmAsync).WithSummary("Changer quelqu’un de groupe");
    }

    /// <summary>Shows what a move would change; nothing is changed yet.</summary>
    private static async Task<IResult> MoveAsync(string workshop, Guid personne, int groupe, Guid? avec, IMediator mediator, CancellationToken cancel)
    {
        if (await mediator.Send(new ShowGroups(workshop), cancel) is not { } view)
        {
            return Results.NotFound();
        }

        var person = view.Groups.SelectMany(group => group.People).FirstOrDefault(each => each.Id == personne);
        var target = view.Groups.FirstOrDefault(group => group.Number == groupe);
        if (person is null || target is null)
        {
            return await ShowAsync(workshop, mediator, null, "Cette personne ou ce groupe n’est plus là.", cancel);
        }

        var other = target.People.FirstOrDefault(each => each.Id == avec);
        var effect = await mediator.Send(new MovePerson(workshop, personne, groupe, other?.Id, Apply: false), cancel);
        var effects = effect.Outcome.Accepted ? ScoreWords.Change(effect.Before, effect.After) : [effect.Outcome.Refusals[0].Message];
        var from = view.Groups.First(group => group.People.Contains(person)).Number;
        return PageResults.Show<MovePage, GroupsView>(view with { Move = new MoveView(person, from, groupe, other, effects, target.People), Refusal = effect.Outcome.Accepted ? null : effects[0] });
    }

    private static async Task<IResult> ConfirmAsync(
        string workshop, [FromForm] Guid personne, [FromForm] int groupe, [FromForm] Guid? avec, IMediator mediator, CancellationToken cancel)
    {
        var effect = await mediator.Send(new MovePerson(workshop, personne, groupe, avec, Apply: true), cancel);
        return effect.Outcome.Accepted
            ? PageResults.SeeOther($"/groupes/{workshop}#groupe-{groupe}")
            : await ShowAsync(workshop, mediator, null, effect.Outcome.Refusals[0].Message, cancel);
    }

    private static IResult Back(string workshop) => PageResults.SeeOther($"/groupes/{workshop}");

    private static async Task<IResult> ShowAsync(string workshop, IMediator mediator, MoveView? move, string? refusal, CancellationToken cancel) =>
        await mediator.Send(new ShowGroups(workshop), cancel) is { } view
            ? PageResults.Show<GroupsPage, GroupsView>(view with { Move = move, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
}
