using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;

namespace Seminar.People.Features.Place;

internal static class PlaceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ma-place/{workshop}", async Task<IResult> (string workshop, HttpContext context, IMediator mediator) =>
        {
            Guid? session = Guid.TryParse(context.User.FindFirstValue(ParticipantClaims.Session), out var id) ? id : null;
            return await mediator.Send(new ShowPlace(workshop, session), context.RequestAborted) is { } view
                ? PageResults.Show<PlacePage, PlaceView>(view)
                : Results.NotFound();
        }).RequireAuthorization(Access.Participate);
}
