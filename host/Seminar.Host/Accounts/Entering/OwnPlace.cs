using Seminar.Contracts.Pages;
using Seminar.Host.Access;

namespace Seminar.Host.Accounts.Entering;

/// <summary>Leads a participant to the page of their own place, wherever that is now.</summary>
internal static class OwnPlace
{
    public static void MapOwnPlace(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/ma-place", (HttpContext context) => Visitor.PlaceOf(context.User) switch
        {
            null => PageResults.SeeOther(EnteringEndpoints.Address),
            "" => PageResults.Show<NoPlacePage, NoPlaceView>(new NoPlaceView()),
            var workshop => PageResults.SeeOther($"/ma-place/{Uri.EscapeDataString(workshop)}"),
        }).AllowAnonymous().ExcludeFromDescription();
}

/// <summary>The page of someone who has a badge and no seat yet.</summary>
public sealed record NoPlaceView;
