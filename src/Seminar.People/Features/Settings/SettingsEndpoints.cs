using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.People.Features.Privacy;

namespace Seminar.People.Features.Settings;

internal static class SettingsEndpoints
{
    public const string Address = "/inscriptions/reglages";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
        {
            var settings = await mediator.Send(new GetSettings(), cancel);
            return Show(new SettingsForm(settings.RegistrationIsOpen, settings.Day?.ToString("O", CultureInfo.InvariantCulture), $"{settings.RetentionMonths}"), []);
        });
        pages.MapPost("", async Task<IResult> (
            [FromForm] bool? ouverte, [FromForm] string? jour, [FromForm] string? mois, IMediator mediator, CancellationToken cancel) =>
        {
            var rules = new FormRules();
            DateOnly? day = string.IsNullOrWhiteSpace(jour) ? null : rules.Date("jour", jour);
            var months = rules.Number("mois", mois, 1, 36);
            if (!rules.Outcome.Accepted)
            {
                return Show(new SettingsForm(ouverte ?? false, jour, mois), rules.Outcome.Refusals);
            }

            await mediator.Send(new ChangeSettings(ouverte ?? false, day, months), cancel);
            return PageResults.SeeOther(Address);
        }).WithSummary("Régler les inscriptions et la conservation");
        pages.MapPost("anonymisation", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new AnonymiseOverdue(), cancel);
            return PageResults.SeeOther(Address);
        }).WithSummary("Anonymiser les personnes dont la durée est passée");
    }

    private static IResult Show(SettingsForm form, IReadOnlyList<Refusal> refusals) => PageResults.Show<SettingsPage, SettingsView>(
        new SettingsView(new FormView<SettingsForm>(form, refusals, IsOpen: true)),
        refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The settings as typed.</summary>
public sealed record SettingsForm(bool RegistrationIsOpen, string? Day, string? RetentionMonths);

/// <summary>The page of the settings.</summary>
public sealed record SettingsView(FormView<SettingsForm> Form);
