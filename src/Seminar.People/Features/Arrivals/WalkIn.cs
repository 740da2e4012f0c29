using System.Data.Common;
using Dapper;
using Seminar.People.Features.Registrations;
using Seminar.People.Features.Roster;
using Seminar.People.Wishes;
using Seminar.Tables;

namespace Seminar.People.Features.Arrivals;

/// <summary>Someone who comes without having registered; or who has, and was not found in the rush.</summary>
internal static class WalkIn
{
    private const int Longest = 120;

    public static (Guid? Person, string? Refusal) Register(DbConnection connection, ArrivalOperation operation, HashSet<string> workshops, DateTimeOffset now)
    {
        var form = operation with
        {
            FirstName = operation.FirstName?.Trim() ?? "",
            LastName = operation.Family == "jeune" ? "" : operation.LastName?.Trim() ?? "",
            Organisation = operation.Organisation?.Trim() ?? "",
            Workshop = string.IsNullOrEmpty(operation.Workshop) ? null : operation.Workshop,
        };
        if (Refuse(form, workshops) is { } refusal)
        {
            return (null, refusal);
        }

        if (Known(connection, form) is { } known)
        {
            return (known, null);
        }

        Insert(connection, form, now);
        return (form.Person, null);
    }

    private static string? Refuse(ArrivalOperation form, HashSet<string> workshops) => form switch
    {
        { FirstName: "" } => "Donnez un prénom.",
        { LastName: "", Family: not "jeune" } => "Donnez un nom.",
        { Family: not ("mission-locale" or "partenaire" or "jeune") } => "Choisissez une famille.",
        { Workshop: { } workshop } when !workshops.Contains(workshop) => "Choisissez un atelier de la liste.",
        _ when new[] { form.FirstName!, form.LastName!, form.Organisation! }.Any(text => text.Length > Longest || text.Any(char.IsControl)) =>
            $"Donnez chaque texte en {Longest} caractères au plus, sur une ligne.",
        _ => null,
    };

    /// <summary>Whoever sent this one before, or registered under the same name, accents and capitals forgiven.</summary>
    private static Guid? Known(DbConnection connection, ArrivalOperation form)
    {
        var plain = (Plain(form.FirstName), Plain(form.LastName), Plain(form.Organisation));
        return connection.Query<KnownRow>(
            """
            SELECT id AS Id, first_name AS FirstName, last_name AS LastName, organisation AS Organisation FROM person
            WHERE cancelled_at IS NULL AND (id = @Person OR family = @Family) ORDER BY id = @Person DESC, number
            """,
            new { form.Person, form.Family }).FirstOrDefault(row => row.Id == form.Person || (Plain(row.FirstName), Plain(row.LastName), Plain(row.Organisation)) == plain)?.Id;
    }

    private static string Plain(string? text) => NearestValue.Plain(text ?? "");

    private static void Insert(DbConnection connection, ArrivalOperation form, DateTimeOffset now)
    {
        // Full, they are welcome all the same, and wait for a seat.
        var seat = form.Workshop is { } workshop && FreeSeats.HasRoom(connection, workshop) ? workshop : null;
        connection.Execute(
            """
            INSERT INTO person (id, number, family, first_name, last_name, organisation, position, workshop, waiting_since, source, registered_at)
            VALUES (@Person, @number, @Family, @FirstName, @LastName, @Organisation, '', @seat, @waitingSince, 'door', @now)
            """,
            new
            {
                form.Person, number = GivenNumbers.Take(connection), form.Family, form.FirstName, form.LastName, form.Organisation, seat,
                waitingSince = form.Workshop is not null && seat is null ? now : (DateTimeOffset?)null, now,
            });
        if (form.Workshop is not null && seat is null)
        {
            connection.Execute("INSERT INTO wish (person, rank, workshop) VALUES (@Person, 1, @Workshop)", new { form.Person, form.Workshop });
        }
    }

    private sealed record KnownRow(Guid Id, string FirstName, string LastName, string Organisation);
}
