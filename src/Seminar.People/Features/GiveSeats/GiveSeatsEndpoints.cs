using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.People.Programme;

namespace Seminar.People.Features.GiveSeats;

internal static class GiveSeatsEndpoints
{
    public const string Address = "/inscriptions/repartition";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", async Task<IResult> (IMediator mediator, WorkshopProgramme programme, CancellationToken cancel) =>
            PageResults.Show<GiveSeatsPage, GiveSeatsView>(new GiveSeatsView(
                await mediator.Send(new GiveSeats(Apply: false), cancel), await programme.ReadAsync(cancel))));
        pages.MapPost("", async Task<IResult> (IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new GiveSeats(Apply: true), cancel);
            return PageResults.SeeOther("/inscriptions");
        }).WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute()).WithSummary("Attribuer les places selon les vœux");
    }
}

/// <summary>The seats as they would be given.</summary>
public sealed record GiveSeatsView(SeatsGiven Seats, IReadOnlyList<ProgrammeWorkshop> Workshops);
