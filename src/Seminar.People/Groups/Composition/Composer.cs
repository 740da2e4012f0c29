namespace Seminar.People.Groups.Composition;

/// <summary>Composes the groups of a workshop from those present: a constructed start, then a local search over swaps.</summary>
internal static class Composer
{
    /// <param name="present">Those present, in any order.</param>
    /// <param name="seed">The same seed gives the same groups.</param>
    /// <param name="earlierRounds">Groups of earlier rounds, so that people meet new people.</param>
    /// <param name="locks">People who keep their group, by its position.</param>
    public static Composition Compose(
        IReadOnlyList<Attendee> present, int seed,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>>? earlierRounds = null, IReadOnlyDictionary<Guid, int>? locks = null)
    {
        var people = present.OrderBy(person => person.Id).ToList();
        var plan = new SeatingPlan(people, earlierRounds ?? []);
        var sizes = GroupSizes.For(people.Count);
        var locked = people.Select(person => locks is not null && locks.TryGetValue(person.Id, out var group) && group >= 0 && group < sizes.Count ? group : -1).ToArray();
        var groups = Start.Seat(plan, GroupSizes.Fit(sizes, [.. sizes.Select((_, group) => locked.Count(each => each == group))]), locked);
        new LocalSearch(plan, groups, locked, new Random(seed)).Run();
        return new Composition(
            [.. groups.Select(group => (IReadOnlyList<Guid>)[.. group.Select(person => people[person].Id)])],
            groups.Aggregate(default(CompositionScore), (sum, group) => sum + plan.Score(group)));
    }

    /// <summary>The score of groups, whoever made them.</summary>
    public static CompositionScore Score(
        IReadOnlyList<Attendee> present, IEnumerable<IReadOnlyList<Guid>> groups, IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>>? earlierRounds = null)
    {
        var plan = new SeatingPlan(present, earlierRounds ?? []);
        var positions = present.Select((person, index) => (person.Id, index)).ToDictionary(each => each.Id, each => each.index);
        return groups.Aggregate(default(CompositionScore), (sum, group) => sum + plan.Score([.. group.Select(id => positions[id])]));
    }
}

/// <summary>Groups, and how far they are from what is wished.</summary>
/// <param name="Groups">The people of each.</param>
/// <param name="Score">The score.</param>
internal sealed record Composition(IReadOnlyList<IReadOnlyList<Guid>> Groups, CompositionScore Score);
