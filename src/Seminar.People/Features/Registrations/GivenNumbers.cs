using System.Data.Common;
using Dapper;

namespace Seminar.People.Features.Registrations;

/// <summary>The numbers printed on badges: each is given once, and never again after its person is erased.</summary>
internal static class GivenNumbers
{
    /// <summary>Takes the next numbers, in the write that registers their people.</summary>
    /// <returns>The first of them.</returns>
    public static int Take(DbConnection connection, int count = 1)
    {
        var first = connection.ExecuteScalar<int>(
            "SELECT COALESCE(MAX(given.number), 0) + 1 FROM (SELECT last AS number FROM given_number UNION ALL SELECT MAX(number) FROM person) AS given");
        connection.Execute("UPDATE given_number SET last = @last", new { last = first + count - 1 });
        return first;
    }

    /// <summary>Gives no number up to this one any more.</summary>
    public static void Pass(DbConnection connection, int number) =>
        connection.Execute("UPDATE given_number SET last = @number WHERE last < @number", new { number });
}
