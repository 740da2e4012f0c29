using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.ReadBoard;
using Seminar.Workshops.Features.SendOperations;
using Seminar.Workshops.Features.ShowScreen;

namespace Seminar.Workshops.Features.RunWorkshop;

/// <summary>The facilitator's desk and the room's screen.</summary>
internal static class RunWorkshopEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var board = pages.MapGroup(BoardEndpoints.Address);
        board.MapGet("animation", (HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) => ShowAsync(context, mediator, rights, theme, null))
            .RequireAuthorization(Access.Contribute).CacheOutput(cache => cache.NoCache());
        board.MapGet("ecran", async Task<IResult> (IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
            PageResults.Show<ScreenPage, ScreenPageView>(new ScreenPageView(theme, await mediator.Send(new ReadBoard.ReadBoard(null), cancel))))
            .RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache());
        board.MapGet("ressemblances.json", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
            Results.Json(await mediator.Send(new FindLikeNotes.FindLikeNotes(), cancel), BoardJson.Options))
            .RequireAuthorization(Access.Contribute).CacheOutput(cache => cache.NoCache());

        var forms = board.MapGroup("").RequireAuthorization(Access.Lead).WithMetadata(new OwnTrail());
        forms.MapPost("etapes", ([FromForm] string? etape, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) =>
            DoAsync(new BoardOperation(Guid.CreateVersion7(), "phase.start") { Phase = etape }, context, mediator, rights, theme));
        forms.MapPost("reglages", ([FromForm] string? cache, [FromForm] string? modere, [FromForm] string? vote, [FromForm] int? points, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) =>
            DoAsync(
                new BoardOperation(Guid.CreateVersion7(), "options.choose") { Options = new BoardOptions(cache is not null, modere is not null, vote ?? "", points ?? 0) },
                context, mediator, rights, theme));
    }

    private static async Task<IResult> DoAsync(BoardOperation operation, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme)
    {
        if (await BoardAuthors.OfAsync(context, rights) is not { } author)
        {
            return Results.Forbid();
        }

        var answer = (await mediator.Send(new SendOperations.SendOperations(author, [operation]), CancellationToken.None))[0];
        return answer.Message is { } refusal
            ? await ShowAsync(context, mediator, rights, theme, refusal)
            : PageResults.SeeOther($"{theme.BoardAddress}/animation");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme, string? refusal) =>
        PageResults.Show<DeskPage, DeskPageView>(
            new DeskPageView(theme, await mediator.Send(new ReadBoard.ReadBoard(await BoardAuthors.OfAsync(context, rights)), context.RequestAborted), refusal),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The facilitator's desk.</summary>
public sealed record DeskPageView(ThemeIdentity Theme, BoardState Board, string? Refusal);
