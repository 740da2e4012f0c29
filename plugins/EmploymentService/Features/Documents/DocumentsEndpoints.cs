using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.EmploymentService.Features.Documents;

internal static class DocumentsEndpoints
{
    public const string Path = "documents";

    /// <summary>What is received before it is refused: whoever sends a big file gets their form back with the reason, rather than a bare page.</summary>
    private const long MostReceived = 64 * 1024 * 1024;

    /// <summary>Were a browser to open a document all the same, it would run nothing and belong to no site.</summary>
    private const string Caged = "sandbox; default-src 'none'";

    public static void MapDocuments(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? q, HttpContext context, IMediator mediator, ThemeIdentity theme) => ShowAsync(new ShowDocuments(q), null, context, mediator, theme)).RequireAuthorization(Access.Read);
        pages.MapGet(Path + "/{id:guid}/{version:int}", SendAsync).RequireAuthorization(Access.Read);
        pages.MapPost(Path, async Task<IResult> (IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            await KeepAsync(new AddDocument(DocumentForm.Of(form), await FileAsync(form, context.RequestAborted)), null, DocumentForm.Adding, form, context, mediator, theme)).ReceivesFile().WithSummary("Verser un document");
        pages.MapPost(Path + "/{id:guid}/versions", async Task<IResult> (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            await KeepAsync(new AddVersion(id, form["datedOn"], await FileAsync(form, context.RequestAborted)), id, DocumentForm.Version(id), form, context, mediator, theme)).ReceivesFile().WithSummary("Verser une version d’un document");
        pages.MapPost(Path + "/{id:guid}", (Guid id, IFormCollection form, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            KeepAsync(new CorrectDocument(id, DocumentForm.Of(form), Meanwhile.Sequence(form[Meanwhile.Field])), id, DocumentForm.Correction(id), form, context, mediator, theme))
            .RequireAuthorization(Access.Contribute).WithSummary("Corriger ce qui est dit d’un document");
        pages.MapPost(Path + "/{id:guid}/retrait", async Task<IResult> (Guid id, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            await mediator.Send(new RemoveDocument(id), cancel);
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }).RequireAuthorization(Access.Lead).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un document");
    }

    private static RouteHandlerBuilder ReceivesFile(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireAuthorization(Access.Contribute).WithFormOptions(multipartBodyLengthLimit: MostReceived).WithMetadata(new RequestSizeLimitAttribute(MostReceived));

    /// <summary>No more of it than shows that it is too big.</summary>
    private static async Task<DocumentFile> FileAsync(IFormCollection form, CancellationToken cancel)
    {
        if (form.Files.GetFile("file") is not { } file)
        {
            return new DocumentFile("", []);
        }

        var content = new byte[Math.Min(file.Length, DocumentFile.MostBytes + 1)];
        await using var sent = file.OpenReadStream();
        await sent.ReadExactlyAsync(content, cancel);
        return new DocumentFile(file.FileName, content);
    }

    private static async Task<IResult> KeepAsync(IRequest<Outcome> command, Guid? document, string form, IFormCollection typed, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        var outcome = await mediator.Send(command, context.RequestAborted);
        return outcome.Accepted
            ? PageResults.SeeOther($"{theme.Address}/{Path}")
            : await ShowAsync(new ShowDocuments(null, document), RefusedForm.Of(form, typed, outcome.Refusals), context, mediator, theme);
    }

    private static async Task<IResult> SendAsync(Guid id, int version, HttpContext context, IMediator mediator)
    {
        if (await mediator.Send(new ReadDocument(id, version), context.RequestAborted) is not { } read)
        {
            return Results.NotFound();
        }

        var kind = DocumentKind.Of(read.Kind);
        context.Response.Headers.ContentSecurityPolicy = Caged;
        return Results.File(read.Content, kind.MediaTypeOf(read.Content), $"{System.IO.Path.GetFileNameWithoutExtension(read.FileName)}.{kind.Key}");
    }

    private static async Task<IResult> ShowAsync(ShowDocuments query, RefusedForm? refused, HttpContext context, IMediator mediator, ThemeIdentity theme)
    {
        var documents = await mediator.Send(query, context.RequestAborted);
        // Of a document that is gone there is no form any more: the one that adds a document gives back what was typed.
        var shown = query.First is { } id && documents.Items.All(item => item.Id != id) ? refused?.MovedTo(DocumentForm.Adding) : refused;
        return PageResults.Show<DocumentsPage, DocumentsPageView>(
            new DocumentsPageView(theme, documents, await context.MayAsync(Access.Contribute), await context.MayAsync(Access.Lead), shown),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
