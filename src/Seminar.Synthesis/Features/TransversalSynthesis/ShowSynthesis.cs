using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The transversal synthesis as a person wrote it.</summary>
internal sealed record ShowSynthesis : IRequest<SynthesisView>;

/// <summary>The written synthesis, and the themes that do not run while it is read.</summary>
public sealed record SynthesisView(Contracts.Workshops.TransversalSynthesis? Synthesis, IReadOnlyList<MissingTheme> Missing);

internal sealed class ShowSynthesisHandler(IMediator mediator, IThemes themes) : IRequestHandler<ShowSynthesis, SynthesisView>
{
    public async Task<SynthesisView> Handle(ShowSynthesis request, CancellationToken cancellationToken)
    {
        var stored = await mediator.Send(new GetSeminar(), cancellationToken);
        return new SynthesisView(stored?.Document.Synthesis, EveryTheme.NotRunning(themes));
    }
}
