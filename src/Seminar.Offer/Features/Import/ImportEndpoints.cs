using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Import;

/// <summary>Bringing in a list: send it, watch it being checked, look at what it would change, confirm, watch it being written.</summary>
internal static class ImportEndpoints
{
    public const string Address = OfferPages.Address + "/import";
    private const long MostBytes = 1024L * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Many files are checked in a moment: a page that says so is spared then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", (IMediator mediator, CancellationToken cancel) => AskAsync(null, StatusCodes.Status200OK, mediator, cancel));
        pages.MapPost("", SendAsync).WithSummary("Envoyer une liste de structures et de services")
            .WithFormOptions(multipartBodyLengthLimit: MostBytes).WithMetadata(new RequestSizeLimitAttribute(MostBytes), new RequestTimeoutAttribute(10 * 60 * 1000));
        pages.MapGet("/{id:guid}", ShowAsync);
        pages.MapPost("/{id:guid}", Confirm).WithSummary("Importer une liste de structures et de services");
        pages.MapGet("/{id:guid}/ecartees-{kind}.csv", SendRejected);
        routes.MapPost("/api/directory/imports", ImportAsync).RequireAuthorization(Access.Coordinate).WithTags("Annuaire")
            .WithSummary("Importe une liste de structures et de services : le corps est le fichier. ?source=, ?propositions=oui, ?complete=oui.")
            .Accepts<Stream>("application/octet-stream", "application/json", "application/geo+json", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").Produces<ImportReport>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes), new RequestTimeoutAttribute(10 * 60 * 1000));
    }

    private static async Task<IResult> AskAsync(string? refusal, int status, IMediator mediator, CancellationToken cancel) =>
        PageResults.Show<SendSheetsPage, SendSheetsView>(new SendSheetsView(refusal, await mediator.Send(new ShowImports(), cancel)), status);

    private static async Task<IResult> SendAsync(IFormFile? fichier, [FromForm] string? source, SheetImports imports, IMediator mediator, CancellationToken cancel)
    {
        if (fichier is null || fichier.Length == 0)
        {
            return await AskAsync("Choisissez un fichier.", StatusCodes.Status422UnprocessableEntity, mediator, cancel);
        }

        await using var content = fichier.OpenReadStream();
        var import = await imports.StartAsync(Path.GetFileName(fichier.FileName), content, source, cancel);
        return PageResults.SeeOther($"{Address}/{import.Id}");
    }

    private static async Task<IResult> ImportAsync(string? source, string? propositions, string? complete, HttpRequest request, [FromServices] IMediator mediator, CancellationToken cancel)
    {
        var report = await mediator.Send(new ImportSheets("liste", request.Body, source, propositions == "oui", complete == "oui"), cancel);
        return report.Failure is { } failure
            ? Results.Problem(failure, title: "Import refusé", statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Json(report, Json);
    }

    private static async Task<IResult> ShowAsync(Guid id, SheetImports imports, IMediator mediator, CancellationToken cancel)
    {
        if (imports.Find(id) is not { } import)
        {
            return await AskAsync("Cette liste n’est plus en attente. Envoyez-la de nouveau, rien ne sera doublé.", StatusCodes.Status404NotFound, mediator, cancel);
        }

        await SheetImports.MoveOnAsync(import, Patience, cancel);
        return PageResults.Show<ImportPage, ImportView>(new ImportView(import));
    }

    private static IResult Confirm(Guid id, [FromForm] string? propositions, [FromForm] string? complete, SheetImports imports)
    {
        if (imports.Find(id) is { } import)
        {
            imports.Confirm(import, new ImportChoices(TakesProposals: propositions == "oui", IsComplete: complete == "oui"));
        }

        return PageResults.SeeOther($"{Address}/{id}");
    }

    private static IResult SendRejected(Guid id, string kind, SheetImports imports)
    {
        var sheets = kind == "services" ? SheetKind.Service : SheetKind.Structure;
        return imports.Find(id) is { } import && File.Exists(import.RejectedOf(sheets))
            ? Results.File(import.RejectedOf(sheets), "text/csv; charset=utf-8", $"ecartees-{(sheets == SheetKind.Service ? "services" : "structures")}.csv")
            : Results.NotFound();
    }
}

/// <summary>The page that takes a list.</summary>
/// <param name="Refusal">Why it was not taken, or null.</param>
/// <param name="Past">The last lists that were.</param>
public sealed record SendSheetsView(string? Refusal, IReadOnlyList<PastImport> Past);

/// <summary>The page of an import.</summary>
/// <param name="Import">The import.</param>
public sealed record ImportView(SheetImport Import);
