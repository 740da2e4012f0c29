using System.Data.Common;
using Dapper;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Features.SeatGroups;

/// <summary>The people of a workshop and how they sit, as the database holds it at one moment.</summary>
/// <param name="Present">Everyone who has arrived and not left, with a seat in this workshop.</param>
/// <param name="Rounds">Round after round, the people by group; those who left since are no longer in them.</param>
/// <param name="Locked">Who keeps their group in the latest round.</param>
internal sealed record SeatedGroups(IReadOnlyList<PresentPerson> Present, IReadOnlyList<SeatedRound> Rounds, IReadOnlySet<Guid> Locked)
{
    public SeatedRound? Latest => Rounds.Count == 0 ? null : Rounds[^1];

    public IReadOnlyList<Attendee> Attendees => [.. Present.Select(person => person.Attendee)];

    /// <summary>Earlier rounds, which the latest one should not repeat.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>> Earlier => [.. Rounds.SkipLast(1).Select(round => round.Groups)];

    /// <summary>Those present who have no group yet: they came after the groups were composed.</summary>
    public IReadOnlyList<PresentPerson> Standing =>
        Latest is null ? Present : [.. Present.Where(person => !Latest.Groups.Any(group => group.Contains(person.Id)))];

    public static SeatedGroups Read(DbConnection connection, string workshop)
    {
        var present = connection.Query<PersonRow>(
            """
            SELECT p.id AS Id, p.number AS Number, p.first_name AS FirstName, p.last_name AS LastName, p.family AS Family,
                   p.organisation AS Organisation, p.departement AS Departement, p.is_witness AS IsWitness
            FROM person p JOIN arrival a ON a.person = p.id
            WHERE p.workshop = @workshop AND p.cancelled_at IS NULL AND a.left_at IS NULL
            ORDER BY p.last_name, p.first_name, p.number
            """,
            new { workshop }).Select(row => row.Read()).ToList();
        var here = present.Select(person => person.Id).ToHashSet();
        var seats = connection.Query<SeatRow>(
            "SELECT round AS Round, group_number AS GroupNumber, person AS Person, is_locked AS IsLocked FROM seat WHERE workshop = @workshop ORDER BY round, group_number",
            new { workshop }).AsList();
        var rounds = connection.Query<RoundRow>("SELECT number AS Number, seed AS Seed FROM round WHERE workshop = @workshop ORDER BY number", new { workshop })
            .Select(round => new SeatedRound(round.Number, round.Seed, Groups([.. seats.Where(seat => seat.Round == round.Number)], here))).ToList();
        var latest = rounds.Count == 0 ? 0 : rounds[^1].Number;
        return new SeatedGroups(present, rounds, seats.Where(seat => seat.Round == latest && seat.IsLocked).Select(seat => seat.Person).ToHashSet());
    }

    /// <summary>Numbered from 1 without gaps: an emptied group keeps its place.</summary>
    private static List<IReadOnlyList<Guid>> Groups(List<SeatRow> seats, HashSet<Guid> here) =>
        [.. Enumerable.Range(1, seats.Select(seat => seat.GroupNumber).DefaultIfEmpty(0).Max())
            .Select(number => (IReadOnlyList<Guid>)[.. seats.Where(seat => seat.GroupNumber == number && here.Contains(seat.Person)).Select(seat => seat.Person)])];

    private sealed record PersonRow(
        Guid Id, int Number, string FirstName, string LastName, string Family, string Organisation, string? Departement, bool IsWitness)
    {
        public PresentPerson Read() => new(
            Id, Number, $"{FirstName} {LastName}".Trim(), new Attendee(Id, FamilyText.Read(Family), Organisation, Departement, IsWitness));
    }

    private sealed record SeatRow(int Round, int GroupNumber, Guid Person, bool IsLocked);

    private sealed record RoundRow(int Number, int Seed);
}

/// <summary>Someone present in the workshop.</summary>
internal sealed record PresentPerson(Guid Id, int Number, string Name, Attendee Attendee);

/// <summary>One round of groups.</summary>
internal sealed record SeatedRound(int Number, int Seed, IReadOnlyList<IReadOnlyList<Guid>> Groups);
