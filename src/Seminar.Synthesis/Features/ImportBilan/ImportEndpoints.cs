using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Reports.PastBilan;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>Bringing in past seminars: send a file, look at what was recognised and what was not, confirm. Nothing changes before.</summary>
internal static class ImportEndpoints
{
    public const string Address = "/bilan/importer";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", () => PageResults.Show<SendFilePage, SendFileView>(new SendFileView([]))).CacheOutput(cache => cache.NoCache());
        pages.MapPost("", SendAsync).WithSummary("Envoyer un bilan passé");
        pages.MapGet("/{draft:guid}", (Guid draft, IMediator mediator, CancellationToken cancel) => ShowAsync(draft, null, mediator, cancel)).CacheOutput(cache => cache.NoCache());
        pages.MapPost("/{draft:guid}", ConfirmAsync).WithSummary("Importer un bilan passé");
    }

    private static async Task<IResult> SendAsync(IFormFile? fichier, IMediator mediator, CancellationToken cancel)
    {
        if (fichier is null || fichier.Length == 0)
        {
            return Refuse([new Refusal("fichier", "Choisissez un fichier.")]);
        }

        if (fichier.Length > ReadPastBilan.MostBytes)
        {
            return Refuse([new Refusal("fichier", $"Ce fichier est trop gros : {ReadPastBilan.MostBytes / 1024 / 1024} Mo au plus.")]);
        }

        using var content = new MemoryStream();
        await fichier.CopyToAsync(content, cancel);
        var sent = await mediator.Send(new SendFile(Path.GetFileName(fichier.FileName), content.ToArray()), cancel);
        return sent.Draft is { } draft ? PageResults.SeeOther($"{Address}/{draft}") : Refuse(sent.Refusals);
    }

    private static async Task<IResult> ConfirmAsync(Guid draft, IFormCollection form, IMediator mediator, CancellationToken cancel)
    {
        var themes = new List<string>();
        while (form.TryGetValue($"thematique-{themes.Count}", out var theme))
        {
            themes.Add(theme.ToString());
        }

        var result = await mediator.Send(new ConfirmImport(draft, themes, form["seminaire"] == "oui"), cancel);
        return result is { Refusal: null }
            ? PageResults.Show<ImportedPage, ImportResult>(result, result.Parts.Any(part => part.Refusals.Count > 0) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : await ShowAsync(draft, result?.Refusal, mediator, cancel);
    }

    private static async Task<IResult> ShowAsync(Guid draft, string? refusal, IMediator mediator, CancellationToken cancel) =>
        await mediator.Send(new PreviewImport(draft), cancel) is { } preview
            ? PageResults.Show<PreviewImportPage, PreviewImportView>(new PreviewImportView(preview, refusal), refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Refuse([new Refusal("", "Ce fichier a déjà été importé, ou il a plus d’une heure. Envoyez-le de nouveau.")]);

    private static IResult Refuse(IReadOnlyList<Refusal> refusals) =>
        PageResults.Show<SendFilePage, SendFileView>(new SendFileView(refusals), StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page that takes a file.</summary>
public sealed record SendFileView(IReadOnlyList<Refusal> Refusals);

/// <summary>The page that shows what a file would change.</summary>
public sealed record PreviewImportView(ImportPreview Preview, string? Refusal);
