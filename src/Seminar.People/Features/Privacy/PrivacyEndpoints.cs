using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.People.Features.Settings;
using Seminar.Ui;

namespace Seminar.People.Features.Privacy;

/// <summary>What is kept about people, said in plain French, and the rights that each person has over it.</summary>
internal static class PrivacyEndpoints
{
    private const string Consents = "/inscriptions/consentements";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/donnees-personnelles", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<PrivacyPage, PrivacyView>(new PrivacyView((await mediator.Send(new GetSettings(), cancel)).RetentionMonths))).AllowAnonymous();

        var person = routes.MapGroup("/inscriptions/{id:guid}").RequireAuthorization(Access.Coordinate);
        person.MapGet("donnees.json", async Task<IResult> (Guid id, IMediator mediator, CancellationToken cancel) =>
            await mediator.Send(new ExportPerson(id), cancel) is { } export ? Results.Json(export, Json) : Results.NotFound())
            .OnTrail("Exporter ce qui concerne une personne");
        person.MapPost("effacement", async Task<IResult> (Guid id, IMediator mediator, CancellationToken cancel) =>
            await mediator.Send(new ErasePerson(id), cancel) ? PageResults.SeeOther("/inscriptions") : Results.NotFound())
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute()).WithSummary("Effacer tout ce qui concerne une personne");

        var consents = routes.MapGroup(Consents).RequireAuthorization(Access.Coordinate);
        consents.MapGet("", (IMediator mediator, CancellationToken cancel) => ShowAsync(mediator, [], cancel));
        consents.MapPost("", RecordAsync).WithSummary("Noter un consentement");
        consents.MapPost("retrait", WithdrawAsync).WithSummary("Retirer un consentement");
    }

    private static async Task<IResult> RecordAsync(
        [FromForm] string? genre, [FromForm] string? badge, [FromForm] string? thematique, [FromForm] string? qui, [FromForm] string? mots, [FromForm] string? comment,
        IMediator mediator, CancellationToken cancel)
    {
        var rules = new FormRules();
        var how = rules.Text("comment", comment, 200, "la façon dont le consentement a été donné");
        int? number = string.IsNullOrWhiteSpace(badge) && genre == "quote" ? null : rules.Number("badge", badge, 1, 999_999);
        var outcome = rules.Outcome.Accepted
            ? await mediator.Send(new RecordConsent(genre == "quote" ? "quote" : "picture", number, thematique, qui, mots, how), cancel)
            : rules.Outcome;
        return outcome.Accepted ? PageResults.SeeOther(Consents) : await ShowAsync(mediator, outcome.Refusals, cancel);
    }

    private static async Task<IResult> WithdrawAsync(
        [FromForm] Guid? consentement, [FromForm] string? thematique, [FromForm] string? qui, [FromForm] string? mots, IMediator mediator, CancellationToken cancel)
    {
        if (consentement is { } picture)
        {
            await mediator.Send(new WithdrawPicture(picture), cancel);
        }
        else
        {
            await mediator.Send(new WithdrawQuote(thematique ?? "", qui ?? "", mots ?? ""), cancel);
        }

        return PageResults.SeeOther(Consents);
    }

    private static async Task<IResult> ShowAsync(IMediator mediator, IReadOnlyList<Refusal> refusals, CancellationToken cancel) =>
        PageResults.Show<ConsentsPage, ConsentsView>(
            await mediator.Send(new ShowConsents(), cancel) with { Refusals = refusals },
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page that says what is kept.</summary>
public sealed record PrivacyView(int RetentionMonths);
