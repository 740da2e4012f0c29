using System.Data.Common;
using Dapper;

namespace Seminar.People.Features.Arrivals;

/// <summary>
/// Makes a person's arrival of all their operations, in the order of their times: two devices that were apart agree once both
/// have sent theirs, whichever came first.
/// </summary>
internal static class ArrivalState
{
    public static void Refresh(DbConnection connection, Guid person)
    {
        DateTimeOffset? arrived = null;
        DateTimeOffset? left = null;
        foreach (var operation in connection.Query<Row>(
            "SELECT kind AS Kind, at AS At FROM arrival_operation WHERE person = @person AND refusal IS NULL ORDER BY at, operation", new { person }))
        {
            switch (operation.Kind)
            {
                case "arrived":
                    arrived ??= operation.At;
                    left = null;
                    break;
                case "left":
                    left = arrived is null ? null : operation.At;
                    break;
                default:
                    arrived = left = null;
                    break;
            }
        }

        connection.Execute("DELETE FROM arrival WHERE person = @person", new { person });
        if (arrived is not null)
        {
            connection.Execute("INSERT INTO arrival (person, arrived_at, left_at) VALUES (@person, @arrived, @left)", new { person, arrived, left });
        }
    }

    private sealed record Row(string Kind, DateTimeOffset At);
}
