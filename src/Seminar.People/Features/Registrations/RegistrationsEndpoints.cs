using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.People.Programme;

namespace Seminar.People.Features.Registrations;

internal static class RegistrationsEndpoints
{
    public const string Address = "/inscriptions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", async Task<IResult> (string? atelier, string? famille, string? etat, string? texte, IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<RegistrationsPage, RegistrationsView>(await mediator.Send(new ListRegistrations(atelier, famille, etat, texte), cancel)));
        pages.MapPost("places", SetPlacesAsync).WithSummary("Fixer les places des ateliers");
        pages.MapGet("{id:guid}", (Guid id, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel) => SheetAsync(id, null, [], mediator, programme, cancel));
        pages.MapPost("{id:guid}", CorrectAsync).WithSummary("Corriger une inscription");
        pages.MapPost("{id:guid}/atelier", MoveAsync).WithSummary("Changer quelqu’un d’atelier");
        pages.MapPost("{id:guid}/annulation", async Task<IResult> (Guid id, [FromForm] bool annule, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new CancelRegistration(id, annule), cancel);
            return PageResults.SeeOther($"{Address}/{id}");
        }).WithSummary("Annuler ou reprendre une inscription");
        pages.MapPost("{id:guid}/codes", async Task<IResult> (Guid id, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new RevokeBadge(id), cancel);
            return PageResults.SeeOther($"{Address}/{id}");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Révoquer les codes d’un badge");
    }

    private static async Task<IResult> CorrectAsync(
        Guid id, [FromForm] string? famille, [FromForm] string? prenom, [FromForm] string? nom, [FromForm] string? organisation, [FromForm] string? fonction,
        [FromForm] string? departement, [FromForm] string? courriel, [FromForm] string? temoin, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        var form = new PersonForm(famille, prenom, nom, organisation, fonction, departement, courriel, temoin == "oui");
        var outcome = await mediator.Send(new CorrectPerson(id, form), cancel);
        return outcome.Accepted ? PageResults.SeeOther($"{Address}/{id}") : await SheetAsync(id, form, outcome.Refusals, mediator, programme, cancel);
    }

    private static async Task<IResult> MoveAsync(Guid id, [FromForm] string? atelier, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        if (atelier is { Length: > 0 } && await programme.FindAsync(atelier, cancel) is null)
        {
            return await SheetAsync(id, null, [new Refusal("atelier", "Choisissez un atelier de la liste.")], mediator, programme, cancel);
        }

        var outcome = await mediator.Send(new MoveToWorkshop(id, string.IsNullOrEmpty(atelier) ? null : atelier), cancel);
        return outcome.Accepted ? PageResults.SeeOther($"{Address}/{id}") : await SheetAsync(id, null, outcome.Refusals, mediator, programme, cancel);
    }

    private static async Task<IResult> SetPlacesAsync([FromForm] IFormCollection form, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        var seats = new Dictionary<string, int?>();
        foreach (var workshop in await programme.ReadAsync(cancel))
        {
            var typed = form[$"places-{workshop.Key}"].ToString().Trim();
            if (typed.Length == 0)
            {
                seats[workshop.Key] = null;
            }
            else if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= 100_000)
            {
                seats[workshop.Key] = limit;
            }
        }

        await mediator.Send(new SetCapacity(seats), cancel);
        return PageResults.SeeOther(Address);
    }

    private static async Task<IResult> SheetAsync(
        Guid id, PersonForm? form, IReadOnlyList<Refusal> refusals, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        if (await mediator.Send(new ShowPerson(id), cancel) is not { } sheet)
        {
            return Results.NotFound();
        }

        form ??= new PersonForm(sheet.Family, sheet.FirstName, sheet.LastName, sheet.Organisation, sheet.Position, sheet.Departement, sheet.Email, sheet.IsWitness);
        var workshops = await programme.ReadAsync(cancel);
        return PageResults.Show<PersonPage, PersonView>(
            new PersonView(
                id, sheet.Number, sheet.IsAnonymous ? "Personne anonymisée" : $"{sheet.FirstName} {sheet.LastName}".Trim(), sheet.Workshop, sheet.RegisteredAt,
                sheet.IsCancelled, sheet.IsAnonymous, sheet.ArrivedAt, [("", "– en attente –"), .. workshops.Select(each => (each.Key, each.Name))],
                new FormView<PersonForm>(form, refusals, IsOpen: !sheet.IsAnonymous)),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>The sheet of a person.</summary>
public sealed record PersonView(
    Guid Id, int Number, string Name, string? Workshop, DateTimeOffset RegisteredAt, bool IsCancelled, bool IsAnonymous, DateTimeOffset? ArrivedAt,
    IReadOnlyList<(string Value, string Label)> Workshops, FormView<PersonForm> Form);
