namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What the diagnostics say together.</summary>
internal sealed record ShowStatistics : IRequest<StatisticsView>;

/// <summary>The diagnostics together; never fewer than five people in a figure.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Total">How many diagnostics; null below five.</param>
/// <param name="Situations">By situation, the most frequent first.</param>
/// <param name="Departements">By département, the most frequent first.</param>
public sealed record StatisticsView(ThemeIdentity Theme, int? Total, IReadOnlyList<SituationCountView> Situations, IReadOnlyList<DepartementCountView> Departements);

/// <summary>How many diagnostics tell a situation.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Label">How the network calls it.</param>
/// <param name="IsStrength">Whether it helps rather than hinders.</param>
/// <param name="Count">How many at least: a multiple of five.</param>
public sealed record SituationCountView(string Situation, string Label, bool IsStrength, int Count);

/// <summary>How many diagnostics come from a département.</summary>
/// <param name="Departement">Its code.</param>
/// <param name="Count">How many at least: a multiple of five.</param>
public sealed record DepartementCountView(string Departement, int Count);

internal sealed class ShowStatisticsHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<ShowStatistics, StatisticsView>
{
    public async Task<StatisticsView> Handle(ShowStatistics request, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync<Row>("SELECT question AS Question, told AS Told, shown AS Shown FROM diagnosis_count", null, cancellationToken);
        var total = (int)rows.Where(row => row.Question == CountDiagnosisHandler.Departement).Sum(row => row.Shown);
        var large = rows.Where(row => row.Told.Length > 0 && row.Shown >= Crowd.Fewest).ToLookup(row => row.Question == CountDiagnosisHandler.Departement);
        return total < Crowd.Fewest ? new StatisticsView(theme, null, [], []) : new StatisticsView(theme, total, Situations(large[false]), Departements(large[true]));
    }

    private static IReadOnlyList<SituationCountView> Situations(IEnumerable<Row> rows) =>
    [
        .. rows.Join(Guide.Shared.Situations, row => row.Told, situation => situation.Id, (row, situation) => new SituationCountView(situation.Id, situation.Label, situation.IsStrength, Crowd.Rounded(row.Shown)))
            .OrderByDescending(each => each.Count).ThenBy(each => each.Situation, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<DepartementCountView> Departements(IEnumerable<Row> rows) =>
        [.. rows.Select(row => new DepartementCountView(row.Told, Crowd.Rounded(row.Shown))).OrderByDescending(each => each.Count).ThenBy(each => each.Departement, StringComparer.Ordinal)];

    private sealed record Row(string Question, string Told, long Shown);
}
