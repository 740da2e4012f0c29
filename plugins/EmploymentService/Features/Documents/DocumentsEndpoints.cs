using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.EmploymentService.Features.Documents;

internal static class DocumentsEndpoints
{
    public const string Path = "documents";

    /// <summary>Were a browser to open a document all the same, it would run nothing and belong to no site.</summary>
    private const string Caged = "sandbox; default-src 'none'";

    public static void MapDocuments(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (string? q, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            await ShowAsync(q, DocumentForm.Blank, [], context, mediator, theme)).RequireAuthorization(Access.Read);
        pages.MapPost(Path, (IFormFile? file, [FromForm] string? title, [FromForm] string? subject, [FromForm] string? territory, [FromForm] string? datedOn, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            AddAsync(null, file, new DocumentForm(title, subject, territory, datedOn), context, mediator, theme)).RequireAuthorization(Access.Contribute).WithSummary("Verser un document");
        pages.MapPost(Path + "/{id:guid}/versions", (Guid id, IFormFile? file, [FromForm] string? datedOn, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            AddAsync(id, file, new DocumentForm(null, null, null, datedOn), context, mediator, theme)).RequireAuthorization(Access.Contribute).WithSummary("Verser une version d’un document");
        pages.MapGet(Path + "/{id:guid}/{version:int}", SendAsync).RequireAuthorization(Access.Read);
    }

    private static async Task<IResult> AddAsync(Guid? replaces, IFormFile? file, DocumentForm form, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        if (file is null || file.Length == 0)
        {
            return await ShowAsync(null, form, [new Refusal("file", "Choisissez un fichier.")], context, mediator, theme);
        }

        if (file.Length > AddDocumentHandler.MostBytes)
        {
            return await ShowAsync(null, form, [new Refusal("file", $"Ce fichier est trop gros\u00A0: {AddDocumentHandler.MostBytes / 1024 / 1024} Mo au plus.")], context, mediator, theme);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, context.RequestAborted);
        var outcome = await mediator.Send(new AddDocument(form, replaces, file.FileName, content.ToArray()), context.RequestAborted);
        return outcome.Accepted ? PageResults.SeeOther($"{theme.Address}/{Path}") : await ShowAsync(null, form, outcome.Refusals, context, mediator, theme);
    }

    private static async Task<IResult> SendAsync(Guid id, int version, HttpContext context, IMediator mediator)
    {
        if (await mediator.Send(new ReadDocument(id, version), context.RequestAborted) is not { } read)
        {
            return Results.NotFound();
        }

        var kind = DocumentKind.Of(read.Kind);
        context.Response.Headers.ContentSecurityPolicy = Caged;
        return Results.File(read.Content, kind.MediaType, $"{System.IO.Path.GetFileNameWithoutExtension(read.FileName)}.{kind.Key}");
    }

    private static async Task<IResult> ShowAsync(string? words, DocumentForm form, IReadOnlyList<Refusal> refusals, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        PageResults.Show<DocumentsPage, DocumentsPageView>(
            new DocumentsPageView(theme, await mediator.Send(new ShowDocuments(words), context.RequestAborted), new FormView<DocumentForm>(form, refusals, await context.MayAsync(Access.Contribute))),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
