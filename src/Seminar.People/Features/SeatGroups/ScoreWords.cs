using Seminar.People.Groups.Composition;
using Seminar.Ui;

namespace Seminar.People.Features.SeatGroups;

/// <summary>A score in French: what is not as wished, and what a move changes of it.</summary>
internal static class ScoreWords
{
    public static IReadOnlyList<string> Of(CompositionScore score) =>
        [.. Criteria(score).Where(each => each.Value > 0).Select(each => $"{French.Count(each.Value, each.Singular, each.Plural)}.")];

    public static IReadOnlyList<string> Change(CompositionScore before, CompositionScore after)
    {
        var changes = Criteria(before).Zip(Criteria(after)).Where(each => each.First.Value != each.Second.Value)
            .Select(each => $"{Capital(each.Second.Plural)}\u00A0: {each.First.Value} avant, {each.Second.Value} après ({(each.Second.Value < each.First.Value ? "mieux" : "moins bien")}).")
            .ToList();
        return changes.Count == 0 ? ["Rien ne change aux critères."] : changes;
    }

    private static (int Value, string Singular, string Plural)[] Criteria(CompositionScore score) =>
    [
        (score.GroupsWithoutBoth, "famille manque dans un groupe", "familles manquent dans des groupes"),
        (score.SameOrganisation, "paire d’une même organisation", "paires d’une même organisation"),
        (score.SameDepartement, "paire d’un même département", "paires d’un même département"),
        (score.LeftAlone, "témoin ou jeune sans professionnel", "témoins ou jeunes sans professionnel"),
        (score.MetBefore, "paire déjà réunie à un tour précédent", "paires déjà réunies à un tour précédent"),
    ];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
