using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;

namespace Seminar.Synthesis.Features.Report;

/// <summary>Files that take a while: begun, watched, cancelled, fetched; by a page, and by programs.</summary>
internal static class PreparationEndpoints
{
    private const string Pages = ReportEndpoints.Address + "/preparations";
    private const string Api = "/api/preparations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Pages).RequireAuthorization(Access.Read).WithMetadata(new OwnTrail());
        pages.MapPost("", async Task<IResult> ([FromForm] string? format, HttpContext context, Preparations all) => all.Begin(VisitorOf(context), null, format ?? "", await context.ReaderAsync()) is { } begun
            ? PageResults.SeeOther($"{Pages}/{begun.Id}")
            : PageResults.Show<PreparationPage, PreparationView>(new PreparationView(null, null), StatusCodes.Status429TooManyRequests)).WithSummary("Préparer un fichier du bilan");
        pages.MapGet("/{id:guid}", (Guid id, Preparations all) => all.Find(id) is { } found ? ShowAsync(found) : Task.FromResult(Results.NotFound())).CacheOutput(cache => cache.NoCache());
        pages.MapGet("/{id:guid}/fichier", (Guid id, Preparations all, HttpContext context) => FetchAsync(id, all, context)).CacheOutput(cache => cache.NoCache());
        pages.MapPost("/{id:guid}/arret", ([FromForm] string? arret, Guid id, Preparations all) =>
        {
            all.Remove(id);
            return PageResults.SeeOther(ReportEndpoints.Address);
        }).WithSummary("Arrêter une préparation");

        var api = routes.MapGroup(Api).WithTags("Bilan").WithMetadata(new OwnTrail());
        api.MapPost("/{workshop?}", async Task<IResult> (string? workshop, string format, HttpContext context, [FromServices] Preparations all) => all.Begin(VisitorOf(context), workshop, format, await context.ReaderAsync()) is { } begun
            ? Results.Accepted($"{Api}/{begun.Id}", StatusOf(begun))
            : Results.Problem("Trop de fichiers sont déjà en préparation. Réessayez dans une minute.", statusCode: StatusCodes.Status429TooManyRequests, title: "Pas maintenant"))
            .RequireAuthorization(Access.Read).WithSummary("Commence un fichier du bilan ou des données, d’un atelier ou de tout le séminaire.").Produces<PreparationStatus>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/{id:guid}", IResult (Guid id, [FromServices] Preparations all) => all.Find(id) is { } found ? Results.Json(StatusOf(found)) : Results.NotFound())
            .RequireAuthorization(Access.Read).WithSummary("Où en est un fichier.").Produces<PreparationStatus>().Produces(StatusCodes.Status404NotFound).CacheOutput(cache => cache.NoCache());
        api.MapGet("/{id:guid}/file", (Guid id, [FromServices] Preparations all, HttpContext context) => FetchAsync(id, all, context))
            .RequireAuthorization(Access.Read).WithSummary("Le fichier, une fois prêt. Il n’est donné qu’une fois.").Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status404NotFound).CacheOutput(cache => cache.NoCache());
        api.MapDelete("/{id:guid}", (Guid id, [FromServices] Preparations all) =>
        {
            all.Remove(id);
            return Results.NoContent();
        }).RequireAuthorization(Access.Read).WithSummary("Arrête une préparation et oublie son fichier.").Produces(StatusCodes.Status204NoContent);
    }

    private static string VisitorOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.Identity?.AuthenticationType ?? "";

    private static async Task<IResult> ShowAsync(Preparation preparation)
    {
        // Most are ready at once: a moment's patience spares a page that says so.
        await Task.WhenAny(preparation.Work, Task.Delay(TimeSpan.FromMilliseconds(500)));
        return PageResults.Show<PreparationPage, PreparationView>(new PreparationView(preparation.Id, StatusOf(preparation)));
    }

    private static async Task<IResult> FetchAsync(Guid id, Preparations all, HttpContext context)
    {
        if (all.Take(id) is not { } taken)
        {
            return Results.NotFound();
        }

        return ReportEndpoints.Send(await taken.Work, context.Response);
    }

    private static PreparationStatus StatusOf(Preparation preparation) => preparation.Work switch
    {
        { IsCompletedSuccessfully: true, Result.Refusal: { } refusal } => new PreparationStatus(preparation.Id, "failed", preparation.Progress.Done, preparation.Progress.Of, refusal),
        { IsCompletedSuccessfully: true } => new PreparationStatus(preparation.Id, "ready", preparation.Progress.Done, preparation.Progress.Of, null),
        { IsCompleted: true } => new PreparationStatus(preparation.Id, "failed", preparation.Progress.Done, preparation.Progress.Of, "Le fichier n’a pas pu être fait. L’erreur a été notée dans le journal."),
        _ => new PreparationStatus(preparation.Id, "running", preparation.Progress.Done, preparation.Progress.Of, null),
    };
}

/// <summary>Where a file is.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="State"><c>running</c>, <c>ready</c> or <c>failed</c>.</param>
/// <param name="Done">Workshops that are in it.</param>
/// <param name="Of">Workshops that will be; 0 while unknown.</param>
/// <param name="Refusal">Why it failed, as a French sentence.</param>
public sealed record PreparationStatus(Guid Id, string State, int Done, int Of, string? Refusal);

/// <summary>The page of a file that is being made; without an identifier, why it was not begun.</summary>
public sealed record PreparationView(Guid? Id, PreparationStatus? Status);
