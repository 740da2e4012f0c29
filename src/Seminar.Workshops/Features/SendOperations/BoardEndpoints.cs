using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Features.SendOperations;

/// <summary>
/// The protocol of the live board: read it, follow it, write to it. The README of this project describes it; so does OpenAPI,
/// which must be told what comes from services: it is drawn by the host, which does not know the module's own.
/// </summary>
internal static class BoardEndpoints
{
    public const string Address = "/tableau";

    private const string OwnHeader = "X-Seminar";
    private const int MostOperations = 200;
    private const int MostBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var board = pages.MapGroup(Address).WithTags("Tableau en direct");
        board.MapGet("etat.json", async Task<IResult> (HttpContext context, [FromServices] IMediator mediator, [FromServices] IAuthorizationService rights) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(await mediator.Send(new ReadBoard.ReadBoard(await BoardAuthors.OfAsync(context, rights)), context.RequestAborted), BoardJson.Options);
        }).RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache())
            .WithSummary("Le tableau tel que le lecteur peut le voir, et sa place dans l’ordre.").Produces<ReadBoard.BoardState>();
        board.MapGet("flux", async (HttpContext context, [FromServices] BoardFeed feed, [FromServices] IAuthorizationService rights, [FromServices] TimeProvider clock) =>
            await FeedEndpoint.ServeAsync(context, feed, await BoardAuthors.OfAsync(context, rights), clock))
            .WithSummary("Ce qui change, en Server-Sent Events, après Last-Event-ID ou ?depuis=. Chaque « data » est un événement du tableau.")
            .Produces<BoardEvent>(StatusCodes.Status200OK, "text/event-stream")
            .RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache()).DisableRequestTimeout();
        board.MapPost("operations", WriteAsync).RequireAuthorization(Access.Participate).WithMetadata(new OwnTrail())
            .WithSummary("Fait des opérations dans leur ordre, chacune tout ou rien ; envoyées deux fois, elles n’ont qu’un effet. Demande l’en-tête X-Seminar.")
            .Accepts<List<BoardOperation>>("application/json").Produces<IReadOnlyList<BoardAnswer>>()
            .Produces<BoardFault>(StatusCodes.Status400BadRequest).Produces<BoardFault>(StatusCodes.Status413PayloadTooLarge);
        board.MapGet("presence.json", ([FromServices] BoardFeed feed, [FromServices] TimeProvider clock) => Results.Json(feed.Presence.Read(clock.GetUtcNow()), BoardJson.Options))
            .RequireAuthorization(Access.Contribute).CacheOutput(cache => cache.NoCache())
            .WithSummary("Les groupes dont un appareil est connecté, et ceux qui écrivent.").Produces<IReadOnlyList<GroupPresence>>();
        board.MapPost("presence", async Task<IResult> (HttpContext context, [FromServices] BoardFeed feed, [FromServices] IAuthorizationService rights, [FromServices] TimeProvider clock) =>
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
        }).RequireAuthorization(Access.Participate).WithMetadata(new OwnTrail())
            .WithSummary("Dit que le groupe est en train d’écrire. Demande l’en-tête X-Seminar.").Produces(StatusCodes.Status204NoContent).Produces<BoardFault>(StatusCodes.Status400BadRequest);
    }

    /// <summary>The header can't be sent by another site's form: it stands for a form's token, which a page opened offline can't renew.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, [FromServices] IMediator mediator, [FromServices] IAuthorizationService rights)
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
