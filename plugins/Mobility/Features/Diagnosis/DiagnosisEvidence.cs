using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Ui;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What the diagnostics bring to the transversal synthesis: each obstacle that five people or more have told.</summary>
internal sealed record BringEvidence : IRequest<IReadOnlyList<ContributedItem>>;

internal sealed class BringEvidenceHandler(IMediator mediator) : IRequestHandler<BringEvidence, IReadOnlyList<ContributedItem>>
{
    public const string Title = "Diagnostics de mobilité";

    public async Task<IReadOnlyList<ContributedItem>> Handle(BringEvidence request, CancellationToken cancellationToken)
    {
        var statistics = await mediator.Send(new ShowStatistics(), cancellationToken);
        return [.. statistics.Situations.Select(each => new ContributedItem(
            $"diagnostic-{each.Situation}", ItemKind.Note, each.IsStrength ? Column.Strength : Column.Brake, Title, DiagnosisReport.Sentence(each, statistics.Total!.Value)))];
    }
}

/// <summary>The diagnostics in the bilan.</summary>
internal static class DiagnosisReport
{
    /// <returns>Nothing while there are too few: the section is left out.</returns>
    public static IReadOnlyList<ReportBlock> Write(StatisticsView statistics) => statistics.Total is not { } total ? [] :
    [
        new ReportText($"{French.Count(total, "diagnostic")}\u00A0; aucun chiffre ne parle de moins de {Crowd.Fewest}\u00A0personnes.", ReportTone.Intro),
        new ReportList([.. statistics.Situations.Select(each => Sentence(each, total))]),
    ];

    public static string Sentence(SituationCountView each, int total) =>
        $"{each.Label}\u00A0: au moins {French.Count(each.Count, "diagnostic")} sur {French.Number(total)}";
}
