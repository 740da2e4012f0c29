using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Wishes.Assignment;

namespace Seminar.People.Features.GiveSeats;

/// <summary>Turns wishes into seats, for everyone who gave any: only looks, or gives them.</summary>
/// <param name="Apply">Whether the seats are given; otherwise nothing is changed.</param>
internal sealed record GiveSeats(bool Apply) : IRequest<SeatsGiven>;

/// <summary>What the seats are, or would be.</summary>
/// <param name="People">How many gave wishes.</param>
/// <param name="ByRank">How many got their first wish, their second…</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Moved">How many of those who had a seat get another, or none.</param>
/// <param name="ByWorkshop">Seats taken by workshop.</param>
public sealed record SeatsGiven(int People, IReadOnlyList<int> ByRank, int Waiting, int Moved, IReadOnlyDictionary<string, int> ByWorkshop);

internal sealed class GiveSeatsHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<GiveSeats, SeatsGiven>
{
    public Task<SeatsGiven> Handle(GiveSeats request, CancellationToken cancellationToken) => request.Apply
        ? database.WriteAsync(connection => Give(connection, clock.GetUtcNow()), cancellationToken)
        : database.ReadSnapshotAsync(connection => Solve(connection).Given, cancellationToken);

    private static SeatsGiven Give(DbConnection connection, DateTimeOffset now)
    {
        var (people, places, given) = Solve(connection);
        connection.Execute(
            "UPDATE person SET workshop = @place WHERE id = @id",
            people.Zip(places).Where(each => each.First.Workshop != each.Second).Select(each => new { place = each.Second, id = each.First.Id }));
        connection.Execute(
            """
            INSERT INTO setting (only_one, seats_given_at, codes_key) VALUES (1, @now, @key)
            ON CONFLICT (only_one) DO UPDATE SET seats_given_at = @now
            """,
            new { now, key = RandomNumberGenerator.GetBytes(32) });
        return given;
    }

    private static (List<Row> People, IReadOnlyList<string?> Places, SeatsGiven Given) Solve(DbConnection connection)
    {
        var wishes = connection.Query<WishRow>("SELECT person AS Person, workshop AS Workshop FROM wish ORDER BY person, rank").ToLookup(wish => wish.Person, wish => wish.Workshop);
        var people = connection.Query<Row>(
            """
            SELECT id AS Id, workshop AS Workshop FROM person
            WHERE cancelled_at IS NULL AND anonymised_at IS NULL AND EXISTS (SELECT 1 FROM wish WHERE person = id)
            ORDER BY registered_at, number
            """).AsList();
        var places = SeatAssignment.Solve([.. people.Select(person => new Applicant([.. wishes[person.Id]]))], SeatsForWishes(connection));
        return (people, places, Describe(people, places, wishes));
    }

    /// <summary>Seats that people without wishes hold (imported with a workshop, or arrived unannounced) are not to be given again.</summary>
    private static Dictionary<string, int> SeatsForWishes(DbConnection connection) => connection.Query<SeatRow>(
        "SELECT workshop AS Workshop, seats AS Seats FROM capacity").ToDictionary(row => row.Workshop, row => Math.Max(0, row.Seats - connection.ExecuteScalar<int>(
            """
            SELECT COUNT(*) FROM person p
            WHERE p.workshop = @Workshop AND p.cancelled_at IS NULL AND NOT EXISTS (SELECT 1 FROM wish WHERE person = p.id)
            """,
            new { row.Workshop })));

    private static SeatsGiven Describe(List<Row> people, IReadOnlyList<string?> places, ILookup<Guid, string> wishes)
    {
        var ranks = people.Zip(places).Where(each => each.Second is not null).Select(each => wishes[each.First.Id].ToList().IndexOf(each.Second!)).ToList();
        return new SeatsGiven(
            people.Count,
            [.. Enumerable.Range(0, ranks.DefaultIfEmpty(-1).Max() + 1).Select(rank => ranks.Count(each => each == rank))],
            places.Count(place => place is null),
            people.Zip(places).Count(each => each.First.Workshop is not null && each.First.Workshop != each.Second),
            places.OfType<string>().GroupBy(place => place).ToDictionary(group => group.Key, group => group.Count()));
    }

    private sealed record Row(Guid Id, string? Workshop);

    private sealed record WishRow(Guid Person, string Workshop);

    private sealed record SeatRow(string Workshop, int Seats);
}
