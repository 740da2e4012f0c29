using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Features.Roster;
using Seminar.People.Features.Sessions;
using Seminar.People.Programme;
using Seminar.Tables;

namespace Seminar.People.Features.Arrivals;

/// <summary>Everyone who is expected, with who has arrived.</summary>
internal sealed record ListArrivals : IRequest<ArrivalList>;

/// <summary>The list of the door, as its devices keep it for the day.</summary>
/// <param name="Day">The day, <c>yyyy-MM-dd</c> in Paris.</param>
/// <param name="Expires">When devices must forget it.</param>
/// <param name="People">Everyone whose registration stands.</param>
/// <param name="Workshops">The workshops with their seats left; null without a limit.</param>
internal sealed record ArrivalList(DateOnly Day, DateTimeOffset Expires, IReadOnlyList<ExpectedPerson> People, IReadOnlyList<ArrivalWorkshop> Workshops);

/// <summary>Someone expected.</summary>
public sealed record ExpectedPerson(
    Guid Id, int Number, string Name, string Organisation, Family Family, string? Workshop, string? Room, int? Group, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt);

/// <summary>A workshop that a walk-in can join.</summary>
public sealed record ArrivalWorkshop(string Key, string Name, int? SeatsLeft);

internal sealed class ListArrivalsHandler(IModuleDatabase database, WorkshopProgramme programme, TimeProvider clock) : IRequestHandler<ListArrivals, ArrivalList>
{
    public async Task<ArrivalList> Handle(ListArrivals request, CancellationToken cancellationToken)
    {
        var workshops = await programme.ReadAsync(cancellationToken);
        var byKey = workshops.ToDictionary(workshop => workshop.Key);
        var (rows, free) = await database.ReadSnapshotAsync(
            connection => (Dapper.SqlMapper.Query<Row>(connection,
                """
                SELECT p.id AS Id, p.number AS Number, p.first_name AS FirstName, p.last_name AS LastName, p.organisation AS Organisation, p.family AS Family,
                       p.workshop AS Workshop, s.group_number AS GroupNumber, a.arrived_at AS ArrivedAt, a.left_at AS LeftAt
                FROM person p
                LEFT JOIN arrival a ON a.person = p.id
                LEFT JOIN seat s ON s.person = p.id AND s.workshop = p.workshop AND s.round = (SELECT MAX(number) FROM round WHERE workshop = p.workshop)
                WHERE p.cancelled_at IS NULL AND p.anonymised_at IS NULL ORDER BY p.last_name, p.first_name, p.number
                """).ToList(), Wishes.FreeSeats.Count(connection)),
            cancellationToken);
        var now = clock.GetUtcNow();
        return new ArrivalList(
            SeminarDay.Of(now), SeminarDay.EndOf(now),
            [.. rows.Select(row => row.Read(row.Workshop is null ? null : byKey.GetValueOrDefault(row.Workshop)))],
            [.. workshops.Select(workshop => new ArrivalWorkshop(workshop.Key, workshop.Name, free.TryGetValue(workshop.Key, out var left) ? Math.Max(0, left) : null))]);
    }

    private sealed record Row(
        Guid Id, int Number, string FirstName, string LastName, string Organisation, string Family, string? Workshop, int? GroupNumber, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt)
    {
        public ExpectedPerson Read(ProgrammeWorkshop? workshop) => new(
            Id, Number, $"{FirstName} {LastName}".Trim(), Organisation, FamilyText.Read(Family), workshop?.Name ?? Workshop, workshop?.Room?.Name, GroupNumber, ArrivedAt, LeftAt);
    }
}

/// <summary>Finds people by badge number or name, accents and case forgiven.</summary>
internal static class FindingPeople
{
    public static IReadOnlyList<ExpectedPerson> Among(IReadOnlyList<ExpectedPerson> people, string? text)
    {
        var sought = NearestValue.Plain(text ?? "");
        if (sought.Length == 0)
        {
            return [];
        }

        return int.TryParse(sought, out var number)
            ? [.. people.Where(person => person.Number == number)]
            : [.. people.Where(person => NearestValue.Plain($"{person.Name} {person.Organisation}").Contains(sought, StringComparison.Ordinal)).Take(30)];
    }
}
