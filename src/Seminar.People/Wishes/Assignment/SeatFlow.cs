namespace Seminar.People.Wishes.Assignment;

/// <summary>The flow of people into workshops; see <see cref="SeatAssignment"/>.</summary>
/// <param name="costs">A row a person, a column a workshop.</param>
/// <param name="limits">Seats a workshop.</param>
internal sealed class SeatFlow(long[][] costs, int[] limits)
{
    public const long Never = long.MaxValue / 4;

    private readonly int[] _taken = new int[limits.Length];
    private readonly int[] _places = Enumerable.Repeat(-1, costs.Length).ToArray();

    public IReadOnlyList<int> Places => _places;

    /// <summary>Adds a person along the cheapest path: into a workshop, someone of it into another, and so on to a free seat.</summary>
    public void Seat(int person)
    {
        var (distance, before, mover) = ShortestPaths(person);
        var end = Enumerable.Range(0, limits.Length).Where(place => _taken[place] < limits[place]).MinBy(place => distance[place]);
        _taken[end]++;
        for (var place = end; place >= 0; place = before[place])
        {
            _places[mover[place]] = place;
        }
    }

    /// <summary>Bellman and Ford: arcs may be negative, cycles can't be, since what stands so far is cheapest.</summary>
    private (long[] Distance, int[] Before, int[] Mover) ShortestPaths(int person)
    {
        var (arc, who) = CheapestMoves();
        var distance = costs[person].ToArray();
        var before = Enumerable.Repeat(-1, limits.Length).ToArray();
        var mover = Enumerable.Repeat(person, limits.Length).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var from = 0; from < limits.Length; from++)
            {
                for (var to = 0; to < limits.Length; to++)
                {
                    if (arc[from, to] < Never && distance[from] < Never && distance[from] + arc[from, to] < distance[to])
                    {
                        (distance[to], before[to], mover[to]) = (distance[from] + arc[from, to], from, who[from, to]);
                        changed = true;
                    }
                }
            }
        }

        return (distance, before, mover);
    }

    private (long[,] Cost, int[,] Who) CheapestMoves()
    {
        var cost = new long[limits.Length, limits.Length];
        var who = new int[limits.Length, limits.Length];
        for (var from = 0; from < limits.Length; from++)
        {
            for (var to = 0; to < limits.Length; to++)
            {
                cost[from, to] = Never;
            }
        }

        for (var person = 0; person < _places.Length; person++)
        {
            if (_places[person] is not (>= 0 and var from))
            {
                continue;
            }

            for (var to = 0; to < limits.Length; to++)
            {
                if (to != from && costs[person][to] < Never && costs[person][to] - costs[person][from] < cost[from, to])
                {
                    (cost[from, to], who[from, to]) = (costs[person][to] - costs[person][from], person);
                }
            }
        }

        return (cost, who);
    }
}
