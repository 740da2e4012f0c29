using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Ui;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.ReadBoard;
using Seminar.Workshops.Features.SendOperations;

namespace Seminar.Workshops.Features.TakePart;

/// <summary>The board of a participant, with forms that work without script.</summary>
internal static class TakePartEndpoints
{
    public static void Map(IEndpointRouteBuilder pages, string address)
    {
        var board = pages.MapGroup(BoardEndpoints.Address);
        board.MapGet("", (HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => ShowAsync(context, mediator, rights, theme, null, null))
            .RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache());

        OfflineWorker.Map(board, address);

        var forms = board.MapGroup("").RequireAuthorization(Access.Participate).WithMetadata(new OwnTrail());
        forms.MapPost("notes", ([FromForm] string? texte, [FromForm] string? colonne, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => DoAsync(
            new BoardOperation(Guid.CreateVersion7(), "note.add") { Note = Guid.CreateVersion7(), Text = texte, Column = colonne }, context, mediator, rights, theme, new TypedText(texte, colonne)));
        forms.MapPost("propositions", ([FromForm] string? texte, [FromForm] Guid? repond, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => DoAsync(
            new BoardOperation(Guid.CreateVersion7(), "proposal.add") { Proposal = Guid.CreateVersion7(), Text = texte, Answers = repond is { } note ? [note] : [] },
            context, mediator, rights, theme, new TypedText(texte, null)));
        forms.MapPost("votes", ([FromForm] Guid proposition, [FromForm] int points, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => DoAsync(
            new BoardOperation(Guid.CreateVersion7(), "vote") { Proposal = proposition, Dots = points }, context, mediator, rights, theme, null));
        forms.MapPost("aide", (HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => DoAsync(
            new BoardOperation(Guid.CreateVersion7(), "help.call"), context, mediator, rights, theme, null)).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> DoAsync(
        BoardOperation operation, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme, TypedText? typed)
    {
        if (await BoardAuthors.OfAsync(context, rights) is not { } author)
        {
            return Results.Forbid();
        }

        var answer = (await mediator.Send(new SendOperations.SendOperations(author, [operation]), CancellationToken.None))[0];
        return answer.Message is { } refusal
            ? await ShowAsync(context, mediator, rights, theme, refusal, typed)
            : PageResults.SeeOther(theme.Address + BoardEndpoints.Address);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme, string? refusal, TypedText? typed) =>
        PageResults.Show<BoardPage, BoardPageView>(
            new BoardPageView(theme, await mediator.Send(new ReadBoard.ReadBoard(await BoardAuthors.OfAsync(context, rights)), context.RequestAborted), refusal, typed),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The board as a participant meets it.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Board">The board as they may see it.</param>
/// <param name="Refusal">Why something could not be done, or null.</param>
/// <param name="Typed">What was typed then.</param>
public sealed record BoardPageView(ThemeIdentity Theme, BoardState Board, string? Refusal, TypedText? Typed);

/// <summary>What someone had typed.</summary>
public sealed record TypedText(string? Text, string? Column);
