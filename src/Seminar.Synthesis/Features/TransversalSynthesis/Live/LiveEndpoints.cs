using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Live;

/// <summary>What emerges while the workshops write, on the organiser's screen.</summary>
internal static class LiveEndpoints
{
    public const string Address = "/synthese/direct";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(Address, async (IMediator mediator, CancellationToken cancel) => PageResults.Show<LivePage, SynthesisReading>(await mediator.Send(new ReadSynthesis(), cancel)))
        .RequireAuthorization(Access.Coordinate).CacheOutput(cache => cache.NoCache());
}
