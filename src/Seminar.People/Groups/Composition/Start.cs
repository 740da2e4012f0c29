using Seminar.Contracts.Workshops;

namespace Seminar.People.Groups.Composition;

/// <summary>
/// A start that already gives each group its Mission Locale and its partner as far as there are enough: one of each in every
/// group first, then everyone else where they disturb least. Large organisations first, while there is a choice.
/// </summary>
internal static class Start
{
    /// <param name="plan">The people.</param>
    /// <param name="sizes">Seats a group.</param>
    /// <param name="locked">The group that a person keeps, or -1.</param>
    public static int[][] Seat(SeatingPlan plan, IReadOnlyList<int> sizes, IReadOnlyList<int> locked)
    {
        var groups = sizes.Select(size => new List<int>(size)).ToList();
        for (var person = 0; person < plan.People.Count; person++)
        {
            if (locked[person] >= 0)
            {
                groups[locked[person]].Add(person);
            }
        }

        var waiting = Enumerable.Range(0, plan.People.Count).Where(person => locked[person] < 0)
            .GroupBy(person => (plan.People[person].Family, plan.People[person].Organisation))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Organisation, StringComparer.Ordinal)
            .SelectMany(group => group).ToList();
        foreach (var family in new[] { Family.MissionLocale, Family.Partner })
        {
            SeatOneEach(plan, groups, sizes, waiting, family);
        }

        foreach (var person in waiting)
        {
            Seat(plan, groups, sizes, person, _ => true);
        }

        return [.. groups.Select(group => group.ToArray())];
    }

    private static void SeatOneEach(SeatingPlan plan, List<List<int>> groups, IReadOnlyList<int> sizes, List<int> waiting, Family family)
    {
        foreach (var person in waiting.Where(person => plan.People[person].Family == family).ToList())
        {
            if (Seat(plan, groups, sizes, person, group => groups[group].TrueForAll(other => plan.People[other].Family != family)))
            {
                waiting.Remove(person);
            }
        }
    }

    private static bool Seat(SeatingPlan plan, List<List<int>> groups, IReadOnlyList<int> sizes, int person, Predicate<int> suits)
    {
        var (best, least) = (-1, long.MaxValue);
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups[group].Count >= sizes[group] || !suits(group))
            {
                continue;
            }

            var cost = plan.Score([.. groups[group], person]).Weight - plan.Score([.. groups[group]]).Weight;
            if (cost < least)
            {
                (best, least) = (group, cost);
            }
        }

        if (best >= 0)
        {
            groups[best].Add(person);
        }

        return best >= 0;
    }
}
