using System.Data.Common;
using Dapper;

namespace Seminar.People.Wishes;

/// <summary>Seats left in each workshop that has a capacity; a workshop that is not in it takes everyone.</summary>
internal static class FreeSeats
{
    public static IReadOnlyDictionary<string, int> Count(DbConnection connection) => connection.Query<Row>(
        "SELECT workshop AS Workshop, seats AS Seats FROM capacity").ToDictionary(
            row => row.Workshop,
            row => row.Seats - connection.ExecuteScalar<int>("SELECT COUNT(*) FROM person WHERE workshop = @Workshop AND cancelled_at IS NULL", new { row.Workshop }));

    public static bool HasRoom(DbConnection connection, string workshop) =>
        !Count(connection).TryGetValue(workshop, out var free) || free > 0;

    private sealed record Row(string Workshop, int Seats);
}
