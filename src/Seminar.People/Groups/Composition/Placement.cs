namespace Seminar.People.Groups.Composition;

/// <summary>Who comes late, leaves or is moved by hand, once groups sit.</summary>
internal static class Placement
{
    /// <summary>Where a latecomer sits without moving anyone: where it disturbs least, then in the smallest group.</summary>
    /// <param name="present">Everyone seated, and the latecomer.</param>
    /// <param name="groups">The groups as they sit.</param>
    /// <param name="latecomer">The latecomer.</param>
    /// <param name="earlierRounds">Groups of earlier rounds.</param>
    /// <returns>The position of a group; null when all are full, so that one has to be opened.</returns>
    public static int? ForLatecomer(
        IReadOnlyList<Attendee> present, IReadOnlyList<IReadOnlyList<Guid>> groups, Guid latecomer,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>>? earlierRounds = null)
    {
        var open = Enumerable.Range(0, groups.Count).Where(group => groups[group].Count < GroupSizes.Largest).ToList();
        return open.Count == 0 ? null : open.MinBy(group => (Disturbance(group), groups[group].Count, group));

        long Disturbance(int group) =>
            Composer.Score(present, [[.. groups[group], latecomer]], earlierRounds).Weight - Composer.Score(present, [groups[group]], earlierRounds).Weight;
    }

    /// <summary>The groups as they would sit after moving someone, in exchange for someone else or not.</summary>
    /// <param name="groups">The groups as they sit.</param>
    /// <param name="person">Who moves.</param>
    /// <param name="target">Position of the group where they go.</param>
    /// <param name="inExchange">Who comes back from there, or null.</param>
    public static IReadOnlyList<IReadOnlyList<Guid>> Move(IReadOnlyList<IReadOnlyList<Guid>> groups, Guid person, int target, Guid? inExchange)
    {
        var origin = Enumerable.Range(0, groups.Count).First(group => groups[group].Contains(person));
        return [.. groups.Select((group, position) => (IReadOnlyList<Guid>)[.. group
            .Where(id => id != person && id != inExchange)
            .Concat(position == target ? [person] : [])
            .Concat(position == origin && inExchange is { } other ? [other] : [])])];
    }
}
