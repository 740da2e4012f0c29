using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.FollowQuality;

internal static class QualityEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(OfferPages.Address + "/qualite", async Task<IResult> (string? departement, string? source, HttpContext context, IMediator mediator) =>
            PageResults.Show<QualityPage, QualityPageView>(new QualityPageView(
                await mediator.Send(new ShowQuality(departement is not null && Region.Departements.ContainsKey(departement) ? departement : null, string.IsNullOrEmpty(source) ? null : source), context.RequestAborted),
                await context.MayAsync(Access.Coordinate)))).RequireAuthorization(Access.Follow);
}

/// <summary>The page of quality.</summary>
/// <param name="Quality">The state of the sheets.</param>
/// <param name="MayImport">Whether the reader may bring in lists.</param>
public sealed record QualityPageView(QualityView Quality, bool MayImport);
