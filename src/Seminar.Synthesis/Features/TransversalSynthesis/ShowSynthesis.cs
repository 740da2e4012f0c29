using MediatR;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The page of the synthesis.</summary>
/// <param name="Reading">The synthesis.</param>
/// <param name="Gathering">The workshops, for the figures.</param>
/// <param name="MayDecide">Whether the reader may decide and write.</param>
/// <param name="ShowsAll">Whether every topic is listed, not the most shared alone.</param>
public sealed record SynthesisView(SynthesisReading Reading, Gathering Gathering, bool MayDecide, bool ShowsAll);

/// <summary>Asks for the page.</summary>
internal sealed record ShowSynthesis(bool MayDecide, bool ShowsAll, WorkshopReader Reader) : IRequest<SynthesisView>;

internal sealed class ShowSynthesisHandler(IMediator mediator) : IRequestHandler<ShowSynthesis, SynthesisView>
{
    public async Task<SynthesisView> Handle(ShowSynthesis request, CancellationToken cancellationToken) => new(
        await mediator.Send(new ReadSynthesis(), cancellationToken),
        await mediator.Send(new GatherWorkshops(request.Reader), cancellationToken),
        request.MayDecide,
        request.ShowsAll);
}
