using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Synthesis.Themes;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Finding;

/// <summary>Asks every running theme what it brings, and finds what recurs.</summary>
internal sealed record FindTopics : IRequest<FoundTopics>;

/// <summary>What was found, among whom.</summary>
/// <param name="Findings">Topics, pairs and axes, before anything was decided.</param>
/// <param name="Themes">The themes that answered, in their order.</param>
/// <param name="Missing">Those that did not, or do not run: the synthesis is partial.</param>
/// <param name="Vocabulary">The lexicon of the field with the parts of the themes.</param>
/// <param name="Faults">Parts of a theme's lexicon that could not be read, as French sentences.</param>
internal sealed record FoundTopics(
    Findings Findings, IReadOnlyList<ThemeIdentity> Themes, IReadOnlyList<MissingTheme> Missing, Lexicon Vocabulary, IReadOnlyList<string> Faults);

internal sealed class FindTopicsHandler(EveryTheme themes, IThemes running, SynthesisIndex index) : IRequestHandler<FindTopics, FoundTopics>
{
    public Task<FoundTopics> Handle(FindTopics request, CancellationToken cancellationToken) => index.FindAsync(themes, running, cancellationToken);
}
