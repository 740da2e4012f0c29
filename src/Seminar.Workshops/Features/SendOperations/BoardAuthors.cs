using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Seminar.Contracts.Pages;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.SendOperations;

/// <summary>Who is asking, as the board knows them.</summary>
internal static class BoardAuthors
{
    /// <returns>Null for someone who does not take part in this workshop.</returns>
    public static async Task<BoardAuthor?> OfAsync(HttpContext context, IAuthorizationService rights)
    {
        var visitor = context.User;
        // The endpoint that takes part has asked already.
        var isLetIn = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(asked => asked.Policy == Access.Participate) == true;
        if (visitor.Identity?.IsAuthenticated != true || (!isLetIn && !(await rights.AuthorizeAsync(visitor, context, Access.Participate)).Succeeded))
        {
            return null;
        }

        if (visitor.FindFirstValue(ParticipantClaims.Session) is { } session)
        {
            return new BoardAuthor($"{BoardAuthor.Participants}{session}", Number(visitor, ParticipantClaims.Group), Number(visitor, ParticipantClaims.Badge), MayContribute: false, MayLead: false);
        }

        return new BoardAuthor(
            $"account:{visitor.FindFirstValue(ClaimTypes.NameIdentifier) ?? "programme"}", null, null,
            (await rights.AuthorizeAsync(visitor, context, Access.Contribute)).Succeeded,
            (await rights.AuthorizeAsync(visitor, context, Access.Lead)).Succeeded);
    }

    private static int? Number(ClaimsPrincipal visitor, string claim) =>
        int.TryParse(visitor.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
