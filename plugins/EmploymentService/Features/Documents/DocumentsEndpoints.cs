using Microsoft.AspNetCore.Antiforgery;
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
            await ShowAsync(q, null, DocumentForm.Blank, [], context, mediator, theme)).RequireAuthorization(Access.Read);
        pages.MapPost(Path, (IFormFile? file, [FromForm] string? title, [FromForm] string? subject, [FromForm] string? territory, [FromForm] string? datedOn, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            AddAsync(null, file, new DocumentForm(title, subject, territory, datedOn), context, mediator, theme)).RequireAuthorization(Access.Contribute).WithSummary("Verser un document");
        pages.MapPost(Path + "/{id:guid}/versions", (Guid id, IFormFile? file, [FromForm] string? datedOn, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            AddAsync(id, file, new DocumentForm(null, null, null, datedOn), context, mediator, theme)).RequireAuthorization(Access.Contribute).WithSummary("Verser une version d’un document");
        pages.MapPost(Path + "/{id:guid}/retrait", async Task<IResult> (Guid id, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            await mediator.Send(new RemoveDocument(id), cancel);
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }).RequireAuthorization(Access.Lead).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un document");
        pages.MapGet(Path + "/{id:guid}/{version:int}", SendAsync).RequireAuthorization(Access.Read);
    }

    private static async Task<IResult> AddAsync(Guid? replaces, IFormFile? file, DocumentForm form, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        // No more of it than shows that it is too big.
        var content = new byte[Math.Min(file?.Length ?? 0, AddDocumentHandler.MostBytes + 1)];
        if (file is not null)
        {
            await using var sent = file.OpenReadStream();
            await sent.ReadExactlyAsync(content, context.RequestAborted);
        }

        var outcome = await mediator.Send(new AddDocument(form, replaces, file?.FileName ?? "", content), context.RequestAborted);
        return outcome.Accepted ? PageResults.SeeOther($"{theme.Address}/{Path}") : await ShowAsync(null, replaces, form, outcome.Refusals, context, mediator, theme);
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

    private static async Task<IResult> ShowAsync(string? words, Guid? replaced, DocumentForm form, IReadOnlyList<Refusal> refusals, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
        PageResults.Show<DocumentsPage, DocumentsPageView>(
            new DocumentsPageView(theme, await mediator.Send(new ShowDocuments(words), context.RequestAborted), new FormView<DocumentForm>(form, refusals, await context.MayAsync(Access.Contribute)), replaced, await context.MayAsync(Access.Lead)),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
