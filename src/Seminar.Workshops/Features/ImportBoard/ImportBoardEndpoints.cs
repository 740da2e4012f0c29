using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Files;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Tables;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.SendOperations;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>Bringing in the board of another tool: send or paste, say what is what, look, confirm. Nothing is added before.</summary>
internal static class ImportBoardEndpoints
{
    public const string Address = "bilan/import";

    public static void Map(IEndpointRouteBuilder pages)
    {
        var import = pages.MapGroup(Address).RequireAuthorization(Access.Contribute);
        import.MapGet("", (ThemeIdentity theme) => PageResults.Show<SendBoardPage, SendBoardView>(new SendBoardView(theme, null, null))).CacheOutput(cache => cache.NoCache());
        import.MapPost("", SendAsync).WithSummary("Envoyer le tableau d’un autre outil");
        import.MapGet("{draft:guid}", (Guid draft, HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            ShowAsync(draft, name => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null, mediator, theme)).CacheOutput(cache => cache.NoCache());
        import.MapPost("{draft:guid}", ConfirmAsync).WithSummary("Importer le tableau d’un autre outil");
    }

    private static async Task<IResult> SendAsync(IFormFile? fichier, [FromForm] string? lignes, BoardDrafts drafts, ISentFiles files, ThemeIdentity theme, CancellationToken cancel)
    {
        var reading = fichier is null or { Length: 0 } ? await PastedBoard.ReadAsync(files, lignes ?? "", cancel)
            : fichier.Length > TableFile.MostBytes ? new TableReading(null, "Ce fichier dépasse 5\u00A0Mo. Coupez-le en plusieurs.")
            : await ReadAsync(files, fichier, cancel);
        return reading.Table is { } table ? PageResults.SeeOther($"{theme.Address}/{Address}/{drafts.Keep(table)}") : Refuse(theme, reading.Refusal!, lignes);
    }

    private static async Task<TableReading> ReadAsync(ISentFiles files, IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return await files.ReadTableAsync(Path.GetFileName(file.FileName), content.ToArray(), cancel);
    }

    private static async Task<IResult> ConfirmAsync(Guid draft, IFormCollection form, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme)
    {
        if (await BoardAuthors.OfAsync(context, rights) is not { } author)
        {
            return Results.Forbid();
        }

        string? Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;
        try
        {
            return await mediator.Send(new ConfirmBoard(draft, Field, author), CancellationToken.None) is { } added
                ? PageResults.Show<BoardImportedPage, BoardImportedView>(new BoardImportedView(theme, added))
                : Gone(theme);
        }
        catch (BoardRefusal refusal)
        {
            // All or nothing: a full column refuses the whole.
            return Refuse(theme, refusal.Message, null);
        }
    }

    private static async Task<IResult> ShowAsync(Guid draft, Func<string, string?> field, IMediator mediator, ThemeIdentity theme) =>
        await mediator.Send(new PreviewBoard(draft, field)) is { } preview ? PageResults.Show<PreviewBoardPage, BoardPreview>(preview) : Gone(theme);

    private static IResult Gone(ThemeIdentity theme) => Refuse(theme, "Ce tableau a déjà été importé, ou il a plus d’une heure. Envoyez-le de nouveau.", null);

    private static IResult Refuse(ThemeIdentity theme, string refusal, string? typed) =>
        PageResults.Show<SendBoardPage, SendBoardView>(new SendBoardView(theme, refusal, typed), StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page that takes a board.</summary>
public sealed record SendBoardView(ThemeIdentity Theme, string? Refusal, string? Typed);

/// <summary>How many notes came in.</summary>
public sealed record BoardImportedView(ThemeIdentity Theme, int Notes);
