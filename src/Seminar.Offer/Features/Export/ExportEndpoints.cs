using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Standard;
using Seminar.Ui;

namespace Seminar.Offer.Features.Export;

/// <summary>What the directory holds, for people who take it away and for programs.</summary>
internal static class ExportEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup(OfferPages.Address).WithTags("Annuaire").RequireAuthorization(Access.Read).FewAtOnce();
        files.MapGet("/services.{format}", (string format, HttpContext context, [FromServices] IMediator mediator, [FromServices] IThemes themes) => SendAsync(SheetKind.Service, format, context, mediator, themes))
            .WithSummary("Les services, avec les filtres de la page : json, csv, xlsx (le classeur du valideur), geojson, vcf.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).CacheOutput(cache => cache.NoCache()).WithMetadata(new RequestTimeoutAttribute(5 * 60 * 1000));
        files.MapGet("/structures.{format}", (string format, HttpContext context, [FromServices] IMediator mediator, [FromServices] IThemes themes) => SendAsync(SheetKind.Structure, format, context, mediator, themes))
            .WithSummary("Les structures qui portent ces services ; toutes, sans filtre ; avec quoi=structures, celles que les mots et le lieu trouvent.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).CacheOutput(cache => cache.NoCache()).WithMetadata(new RequestTimeoutAttribute(5 * 60 * 1000));

        var api = routes.MapGroup("/api/directory").WithTags("Annuaire").RequireAuthorization(Access.Read);
        api.MapGet("/services", SearchAsync).WithSummary("Cherche des services : q, thematique, public, ou (commune), km, departement, mode, gratuit=oui, atelier (clé d’une thématique), page. Les fiches sont au standard data·inclusion.")
            .Produces<DirectoryPage>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).CacheOutput(cache => cache.NoCache());
        api.MapGet("/structures", SearchStructuresAsync).WithSummary("Cherche des structures : q, ou (commune), km, departement, page.")
            .Produces<DirectoryStructures>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).CacheOutput(cache => cache.NoCache());
        api.MapGet("/services/{**id}", (string id, HttpContext context, [FromServices] IMediator mediator) => ShowAsync(SheetKind.Service, id, context, mediator))
            .WithSummary("La fiche d’un service.").Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/structures/{**id}", (string id, HttpContext context, [FromServices] IMediator mediator) => ShowAsync(SheetKind.Structure, id, context, mediator))
            .WithSummary("La fiche d’une structure.").Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SendAsync(SheetKind kind, string format, HttpContext context, IMediator mediator, IThemes themes)
    {
        var form = SearchForm.Read(context.Request.Query);
        if (form.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        if (await mediator.Send(new ExportSheets(kind, format, form.ToQuery(themes), form.Kind == SheetKind.Structure && kind == SheetKind.Structure, await context.MayAsync(Access.Follow)), context.RequestAborted) is not { } file)
        {
            return Results.Problem($"Le format «\u00A0{format}\u00A0» n’existe pas. Formats\u00A0: {string.Join(", ", ExportSheets.Formats)}.", title: "Introuvable", statusCode: StatusCodes.Status404NotFound);
        }

        return Results.Stream(file, SheetFormat.Of(format)!.MediaType, $"{(kind == SheetKind.Service ? "services" : "structures")}.{format}");
    }

    private static async Task<IResult> SearchAsync(HttpContext context, [FromServices] IMediator mediator, [FromServices] IThemes themes)
    {
        var form = SearchForm.Read(context.Request.Query);
        if (form.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        var found = await mediator.Send(new FindServices(form.ToQuery(themes)), context.RequestAborted);
        var mayFollow = await context.MayAsync(Access.Follow);
        var items = found.Services.Select(each => new DirectoryItem(Node(mayFollow ? each.Sheet : each.Sheet.ForEveryone()), each.Structure, Rounded(each.Kilometres), each.UpToDate)).ToList();
        return Results.Json(new DirectoryPage(items, found.Total, form.Page, SearchForm.PageSize, SearchForm.PagesOf(found.Total)), Json);
    }

    private static async Task<IResult> SearchStructuresAsync(HttpContext context, [FromServices] IMediator mediator, [FromServices] IThemes themes)
    {
        var form = SearchForm.Read(context.Request.Query);
        if (form.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        var found = await mediator.Send(new FindStructures(form.ToQuery(themes)), context.RequestAborted);
        var items = found.Structures.Select(each => new DirectoryStructure(Node(each.Sheet), each.Services, Rounded(each.Kilometres), each.UpToDate)).ToList();
        return Results.Json(new DirectoryStructures(items, found.Total, form.Page, SearchForm.PageSize, SearchForm.PagesOf(found.Total)), Json);
    }

    private static IResult Refused(string refusal) => Results.Problem(refusal, title: "Recherche refusée", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static double? Rounded(double? kilometres) => kilometres is { } exact ? Math.Round(exact, 1) : null;

    private static async Task<IResult> ShowAsync(SheetKind kind, string id, HttpContext context, IMediator mediator) =>
        await mediator.Send(new ReadSheet(kind, id), context.RequestAborted) is { } read
            ? Results.Text((await context.MayAsync(Access.Follow) ? read.Sheet : read.Sheet.ForEveryone()).ToJson(), "application/json; charset=utf-8")
            : Results.Problem($"Aucune fiche ne porte l’identifiant «\u00A0{id}\u00A0».", title: "Introuvable", statusCode: StatusCodes.Status404NotFound);

    private static JsonNode Node(Sheet sheet) => JsonNode.Parse(sheet.ToJson())!;
}

/// <summary>A page of services, for programs.</summary>
/// <param name="Items">The services of the page.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Most services of a page.</param>
/// <param name="Pages">How many pages can be asked for: 500 at most; a whole list is a file, <c>/annuaire/services.json</c>.</param>
public sealed record DirectoryPage(IReadOnlyList<DirectoryItem> Items, int Total, int Page, int Size, int Pages);

/// <summary>A service that was found, for programs.</summary>
/// <param name="Service">Its sheet, in data·inclusion v1.</param>
/// <param name="Structure">Name of its structure.</param>
/// <param name="Kilometres">Distance from the commune asked for.</param>
/// <param name="UpToDate">When the sheet was last known to be right.</param>
public sealed record DirectoryItem(JsonNode Service, string Structure, double? Kilometres, DateOnly UpToDate);

/// <summary>A page of structures, for programs.</summary>
/// <param name="Items">The structures of the page.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Most structures of a page.</param>
/// <param name="Pages">How many pages can be asked for: 500 at most; a whole list is a file, <c>/annuaire/structures.json</c>.</param>
public sealed record DirectoryStructures(IReadOnlyList<DirectoryStructure> Items, int Total, int Page, int Size, int Pages);

/// <summary>A structure that was found, for programs.</summary>
/// <param name="Structure">Its sheet, in data·inclusion v1.</param>
/// <param name="Services">How many services it gives.</param>
/// <param name="Kilometres">Distance from the commune asked for.</param>
/// <param name="UpToDate">When the sheet was last known to be right.</param>
public sealed record DirectoryStructure(JsonNode Structure, int Services, double? Kilometres, DateOnly UpToDate);
