using MediatR;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Model;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Synthesis.Features.TransversalSynthesis;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.Report;

/// <summary>Gathers what a bilan is made of: one theme's, or the whole seminar's.</summary>
/// <param name="Theme">Key of the theme; null for all that run.</param>
/// <param name="Version">A published version of that theme's; null for the text as it is now.</param>
/// <param name="Reader">For whom.</param>
internal sealed record GatherBilan(string? Theme, WorkshopReader Reader, int? Version = null) : IRequest<Bilan?>;

internal sealed class GatherBilanHandler(IMediator mediator, EveryTheme themes, TimeProvider clock) : IRequestHandler<GatherBilan, Bilan?>
{
    /// <returns>Null when the theme does not run, or its workshop is empty.</returns>
    public async Task<Bilan?> Handle(GatherBilan request, CancellationToken cancellationToken)
    {
        var seminar = (await mediator.Send(new GetSeminar(), cancellationToken))?.Document;
        var answers = await themes.AskAsync(() => new GetReportContent(request.Version) { Reader = request.Reader }, cancellationToken, request.Theme);
        var chapters = answers.Given.Where(answer => answer.Content is not null).Select(answer => new Chapter(answer.Theme, answer.Content!)).ToList();
        if (request.Theme is not null)
        {
            return chapters.Count == 0 ? null : new Bilan(seminar, chapters, IsWhole: false, [], clock.GetUtcNow());
        }

        // A disabled theme is absent on purpose; one that failed is a gap.
        var missing = answers.Missing.Where(theme => !theme.IsDisabled).Select(theme => $"Bilan partiel : la thématique « {theme.Name} » manque ({theme.Reason}).");
        var reading = await mediator.Send(new ReadSynthesis(), cancellationToken);
        return new Bilan(seminar, chapters, IsWhole: true, [.. missing], clock.GetUtcNow(), [.. SynthesisSections.Evidence(reading)]);
    }
}
