using Dapper;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What the diagnostics say together.</summary>
internal sealed record ShowStatistics : IRequest<StatisticsView>;

/// <summary>The diagnostics together; never fewer than five people in a figure.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Total">How many diagnostics; null below five.</param>
/// <param name="Situations">By situation, the most frequent first.</param>
/// <param name="Departements">By département; the small ones together.</param>
public sealed record StatisticsView(ThemeIdentity Theme, int? Total, IReadOnlyList<SituationCountView> Situations, IReadOnlyList<DepartementCountView> Departements);

/// <summary>How many diagnostics tell a situation.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Label">How the network calls it.</param>
/// <param name="IsStrength">Whether it helps rather than hinders.</param>
/// <param name="Count">How many; null when so many tell it that the others would be fewer than five.</param>
public sealed record SituationCountView(string Situation, string Label, bool IsStrength, int? Count);

/// <summary>How many diagnostics come from a département.</summary>
/// <param name="Departement">Its code; null for all others together, unknown ones among them.</param>
/// <param name="Count">How many.</param>
public sealed record DepartementCountView(string? Departement, int Count);

internal sealed class ShowStatisticsHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<ShowStatistics, StatisticsView>
{
    /// <summary>No figure speaks of fewer people.</summary>
    public const int Fewest = 5;

    public async Task<StatisticsView> Handle(ShowStatistics request, CancellationToken cancellationToken)
    {
        var (total, situations, departements) = await database.ReadSnapshotAsync(
            connection => (
                connection.ExecuteScalar<int>("SELECT COUNT(*) FROM diagnosis"),
                connection.Query<(string Situation, long Count)>("SELECT situation, COUNT(*) FROM diagnosis_situation GROUP BY situation").ToList(),
                connection.Query<(string? Departement, long Count)>("SELECT departement, COUNT(*) FROM diagnosis GROUP BY departement").ToList()),
            cancellationToken);
        return total < Fewest
            ? new StatisticsView(theme, null, [], [])
            : new StatisticsView(theme, total, Situations(situations, total), Departements(departements));
    }

    /// <summary>Neither those who tell a situation nor those who do not may be a handful.</summary>
    internal static IReadOnlyList<SituationCountView> Situations(IEnumerable<(string Situation, long Count)> counts, int total) =>
    [
        .. counts.Where(count => count.Count >= Fewest && Guide.Shared.Situations.Any(situation => situation.Id == count.Situation))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Situation, StringComparer.Ordinal)
            .Select(count => (Situation: Guide.Shared.Situation(count.Situation), count.Count))
            .Select(each => new SituationCountView(each.Situation.Id, each.Situation.Label, each.Situation.IsStrength, total - each.Count is > 0 and < Fewest ? null : (int)each.Count)),
    ];

    /// <summary>What is left over must be no handful either, since whoever subtracts would know it: then the smallest of the others joins it.</summary>
    internal static IReadOnlyList<DepartementCountView> Departements(IEnumerable<(string? Departement, long Count)> counts)
    {
        var all = counts.ToList();
        var shown = all.Where(count => count.Departement is not null && count.Count >= Fewest).OrderByDescending(count => count.Count).ThenBy(count => count.Departement, StringComparer.Ordinal).ToList();
        var rest = all.Sum(count => count.Count) - shown.Sum(count => count.Count);
        while (rest is > 0 and < Fewest && shown.Count > 0)
        {
            rest += shown[^1].Count;
            shown.RemoveAt(shown.Count - 1);
        }

        return [.. shown.Select(count => new DepartementCountView(count.Departement, (int)count.Count)), .. rest >= Fewest ? new[] { new DepartementCountView(null, (int)rest) } : []];
    }
}
