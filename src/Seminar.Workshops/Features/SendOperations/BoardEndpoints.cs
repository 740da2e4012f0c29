using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Features.SendOperations;

/// <summary>The protocol of the live board: read it, follow it, write to it. The README of this project describes it.</summary>
internal static class BoardEndpoints
{
    public const string Address = "/tableau";

    private const string OwnHeader = "X-Seminar";
    private const int MostOperations = 200;
    private const int MostBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var board = pages.MapGroup(Address);
        board.MapGet("etat.json", async Task<IResult> (HttpContext context, IMediator mediator, IAuthorizationService rights) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(await mediator.Send(new ReadBoard.ReadBoard(await BoardAuthors.OfAsync(context, rights)), context.RequestAborted), BoardJson.Options);
        }).RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache());
        board.MapGet("flux", async (HttpContext context, BoardFeed feed, IAuthorizationService rights, TimeProvider clock) =>
            await FeedEndpoint.ServeAsync(context, feed, await BoardAuthors.OfAsync(context, rights), clock))
            .RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache()).DisableRequestTimeout();
        board.MapPost("operations", WriteAsync).RequireAuthorization(Access.Participate).WithMetadata(new OwnTrail());
        board.MapGet("presence.json", (BoardFeed feed, TimeProvider clock) => Results.Json(feed.Presence.Read(clock.GetUtcNow()), BoardJson.Options))
            .RequireAuthorization(Access.Contribute).CacheOutput(cache => cache.NoCache());
        board.MapPost("presence", async Task<IResult> (HttpContext context, BoardFeed feed, IAuthorizationService rights, TimeProvider clock) =>
        {
            if (!context.Request.Headers.ContainsKey(OwnHeader))
            {
                return Refuse("header", "L’en-tête X-Seminar manque.");
            }

            if ((await BoardAuthors.OfAsync(context, rights))?.Group is { } group)
            {
                feed.Presence.Writes(group, clock.GetUtcNow());
            }

            return Results.NoContent();
        }).RequireAuthorization(Access.Participate).WithMetadata(new OwnTrail());
    }

    /// <summary>The header can't be sent by another site's form: it stands for a form's token, which a page opened offline can't renew.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, IMediator mediator, IAuthorizationService rights)
    {
        if (!context.Request.Headers.ContainsKey(OwnHeader))
        {
            return Refuse("header", "L’en-tête X-Seminar manque.");
        }

        if (context.Request.ContentLength > MostBytes)
        {
            return Refuse("too-large", $"Un envoi fait {MostBytes / 1024} Ko au plus.", StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        var (operations, refusal) = await ReadAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        return await BoardAuthors.OfAsync(context, rights) is { } author
            ? Results.Json(await mediator.Send(new SendOperations(author, operations), CancellationToken.None), BoardJson.Options)
            : Results.Forbid();
    }

    private static async Task<(IReadOnlyList<BoardOperation> Operations, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        try
        {
            var operations = await JsonSerializer.DeserializeAsync<List<BoardOperation>>(context.Request.Body, BoardJson.Options, context.RequestAborted);
            return operations switch
            {
                null or { Count: 0 } => ([], Refuse("empty", "L’envoi ne contient aucune opération.")),
                { Count: > MostOperations } => ([], Refuse("too-many", $"Un envoi contient {MostOperations} opérations au plus.")),
                _ when operations.Exists(operation => operation is null || operation.Id == Guid.Empty || operation.Kind is null) => ([], Refuse("json", "Une opération n’a pas d’identifiant.")),
                _ => (operations, null),
            };
        }
        catch (JsonException exception)
        {
            return ([], Refuse("json", $"L’envoi n’est pas du JSON comme attendu, à « {exception.Path ?? "$"} ».", StatusCodes.Status400BadRequest));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], Refuse("too-large", $"Un envoi fait {MostBytes / 1024} Ko au plus.", StatusCodes.Status413PayloadTooLarge));
        }
    }

    private static IResult Refuse(string code, string message, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new BoardFault(code, message), BoardJson.Options, statusCode: status);
}

/// <summary>Why a whole request was refused; nothing of it was done.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">A French sentence.</param>
internal sealed record BoardFault(string Code, string Message);
