namespace Seminar.People.Wishes.Assignment;

/// <summary>
/// Turns wishes into seats: as many people as possible in one of their wishes, then the smallest total of ranks (a first wish
/// costs 0, a second 1…), then the earlier registration first. Exact: a minimum-cost flow by successive shortest paths
/// (Jewell 1958, Busacker and Gowen 1960), one person a time.
/// </summary>
/// <remarks>
/// People only meet in workshops, so the paths run among workshops: the arc from one to another is the cheapest move of anyone
/// seated in the first. Waiting is a workshop without a limit, which costs more than all ranks together.
/// </remarks>
internal static class SeatAssignment
{
    /// <param name="people">In the order of registration.</param>
    /// <param name="seats">Seats a workshop; one that is not in it takes everyone.</param>
    /// <returns>For each person the workshop, or null for the waiting list.</returns>
    public static IReadOnlyList<string?> Solve(IReadOnlyList<Applicant> people, IReadOnlyDictionary<string, int> seats)
    {
        var workshops = people.SelectMany(person => person.Wishes).Distinct().Order(StringComparer.Ordinal).ToList();
        var flow = new SeatFlow(Costs(people, workshops), [.. workshops.Select(key => seats.TryGetValue(key, out var limit) ? Math.Max(0, limit) : people.Count), people.Count]);
        for (var person = 0; person < people.Count; person++)
        {
            flow.Seat(person);
        }

        return [.. flow.Places.Select(place => place < workshops.Count ? workshops[place] : null)];
    }

    /// <summary>A row a person, a column a workshop, the last one for waiting.</summary>
    private static long[][] Costs(IReadOnlyList<Applicant> people, List<string> workshops)
    {
        var longest = people.Select(person => person.Wishes.Count).DefaultIfEmpty(1).Max();
        long rank = ((long)people.Count * people.Count * (longest + 1)) + 1;
        var waiting = rank * ((people.Count * (longest + 1)) + 1);
        return [.. people.Select((person, index) =>
        {
            // Ties: what an earlier registration loses weighs a little more.
            var seniority = people.Count - index;
            var row = new long[workshops.Count + 1];
            Array.Fill(row, SeatFlow.Never);
            row[^1] = waiting + seniority;
            for (var wish = person.Wishes.Count - 1; wish >= 0; wish--)
            {
                row[workshops.IndexOf(person.Wishes[wish])] = wish * (rank + seniority);
            }

            return row;
        })];
    }
}

/// <summary>Someone who wishes for a seat.</summary>
/// <param name="Wishes">Keys of workshops, the dearest first.</param>
internal sealed record Applicant(IReadOnlyList<string> Wishes);
