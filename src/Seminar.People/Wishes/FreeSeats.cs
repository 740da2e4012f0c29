using System.Data.Common;
using Dapper;

namespace Seminar.People.Wishes;

/// <summary>Seats left in each workshop that has a capacity; a workshop that is not in it takes everyone.</summary>
internal static class FreeSeats
{
    public static IReadOnlyDictionary<string, int> Count(DbConnection connection) => connection.Query<Row>(
        """
        SELECT c.workshop AS Workshop, c.seats - COUNT(p.id) AS Free
        FROM capacity c LEFT JOIN person p ON p.workshop = c.workshop AND p.cancelled_at IS NULL
        GROUP BY c.workshop, c.seats
        """).ToDictionary(row => row.Workshop, row => row.Free);

    public static bool HasRoom(DbConnection connection, string workshop) =>
        !Count(connection).TryGetValue(workshop, out var free) || free > 0;

    private sealed record Row(string Workshop, int Free);
}
