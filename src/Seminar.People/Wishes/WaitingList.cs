using System.Data.Common;
using Dapper;

namespace Seminar.People.Wishes;

/// <summary>Those without a seat, moving by themselves when one frees. Called within the write that frees it.</summary>
internal static class WaitingList
{
    /// <summary>
    /// Fills the free seats of a workshop from those who wait for it: the better wish first, then the earlier registration.
    /// Before wishes are turned into seats for the first time, only those wait whose seat was already taken when it was given.
    /// </summary>
    /// <returns>Who got a seat.</returns>
    public static IReadOnlyList<Guid> Advance(DbConnection connection, string workshop)
    {
        var seated = new List<Guid>();
        while (FreeSeats.HasRoom(connection, workshop) && Next(connection, workshop) is { } person)
        {
            connection.Execute("UPDATE person SET workshop = @workshop, waiting_since = NULL WHERE id = @person", new { workshop, person });
            seated.Add(person);
        }

        return seated;
    }

    public static bool SeatsAreGiven(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM setting WHERE seats_given_at IS NOT NULL") > 0;

    private static Guid? Next(DbConnection connection, string workshop) => connection.QueryFirstOrDefault<Guid?>(
        """
        SELECT p.id FROM person p JOIN wish w ON w.person = p.id AND w.workshop = @workshop
        WHERE p.workshop IS NULL AND p.cancelled_at IS NULL AND p.anonymised_at IS NULL
          AND (p.waiting_since IS NOT NULL OR EXISTS (SELECT 1 FROM setting WHERE seats_given_at IS NOT NULL))
        ORDER BY w.rank, p.registered_at, p.number LIMIT 1
        """,
        new { workshop });
}
