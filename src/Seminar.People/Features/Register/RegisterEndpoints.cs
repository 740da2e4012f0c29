using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.People.Features.Settings;
using Seminar.People.Programme;

namespace Seminar.People.Features.Register;

/// <summary>The public page of registration; open to all while the coordination opens it.</summary>
internal static class RegisterEndpoints
{
    public const string Address = "/inscription";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).AllowAnonymous();
        pages.MapGet("", (IMediator mediator, WorkshopProgramme programme, CancellationToken cancel) =>
            ShowAsync(mediator, programme, RegisterForm.Blank, [], cancel));
        pages.MapPost("", RegisterAsync).WithSummary("S’inscrire");
    }

    private static async Task<IResult> RegisterAsync(
        [FromForm] string? prenom, [FromForm] string? nom, [FromForm] string? famille, [FromForm] string? organisation, [FromForm] string? fonction,
        [FromForm] string? departement, [FromForm] string? courriel, [FromForm] string? voeu1, [FromForm] string? voeu2, [FromForm] string? voeu3,
        [FromForm] string? age, [FromForm] string? accord, [FromForm] string? parents,
        IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        var form = new RegisterForm(prenom, nom, famille, organisation, fonction, departement, courriel, voeu1, voeu2, voeu3, age, accord, parents);
        var answer = await mediator.Send(new RegisterPerson(form), cancel);
        if (!answer.Outcome.Accepted)
        {
            return await ShowAsync(mediator, programme, form, answer.Outcome.Refusals, cancel);
        }

        var workshop = answer.Workshop is null ? null : await programme.FindAsync(answer.Workshop, cancel);
        return PageResults.Show<RegisteredPage, RegisteredView>(new RegisteredView(answer.Number, workshop, answer.SeatsAreGiven));
    }

    private static async Task<IResult> ShowAsync(
        IMediator mediator, WorkshopProgramme programme, RegisterForm form, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var isOpen = (await mediator.Send(new GetSettings(), cancel)).RegistrationIsOpen;
        var workshops = await programme.ReadAsync(cancel);
        return PageResults.Show<RegisterPage, RegisterView>(
            new RegisterView(new FormView<RegisterForm>(form, refusals, isOpen), [("", "–"), .. workshops.Select(each => (each.Key, each.Name))]),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>The public page of registration.</summary>
public sealed record RegisterView(FormView<RegisterForm> Form, IReadOnlyList<(string Value, string Label)> Workshops);

/// <summary>What someone sees who has just registered.</summary>
/// <param name="Number">Number of the registration, later of the badge.</param>
/// <param name="Workshop">Where they have a seat, or null.</param>
/// <param name="SeatsAreGiven">Whether seats are given already: without one, they wait.</param>
public sealed record RegisteredView(int Number, ProgrammeWorkshop? Workshop, bool SeatsAreGiven);
