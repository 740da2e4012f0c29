using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Programme;

namespace Seminar.People.Features.Place;

/// <summary>Where a participant sits.</summary>
/// <param name="Workshop">Key of the theme.</param>
/// <param name="Session">The session of a participant; null for a team member who looks.</param>
internal sealed record ShowPlace(string Workshop, Guid? Session) : IRequest<PlaceView?>;

/// <summary>A participant's own page.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="FirstName">Their first name; null on a shared tablet.</param>
/// <param name="Badge">Number of the badge; null on a shared tablet.</param>
/// <param name="Group">Number of the group; null before groups are composed.</param>
/// <param name="Families">How many of each family sit in the group.</param>
public sealed record PlaceView(ProgrammeWorkshop Workshop, string? FirstName, int? Badge, int? Group, IReadOnlyList<FamilyCount> Families);

/// <summary>People of one family.</summary>
public sealed record FamilyCount(Family Family, int People);

internal sealed class ShowPlaceHandler(IModuleDatabase database, WorkshopProgramme programme) : IRequestHandler<ShowPlace, PlaceView?>
{
    public async Task<PlaceView?> Handle(ShowPlace request, CancellationToken cancellationToken)
    {
        if (await programme.FindAsync(request.Workshop, cancellationToken) is not { } workshop)
        {
            return null;
        }

        var row = await database.ReadOneAsync<Row>(
            """
            SELECT p.first_name AS FirstName, p.number AS Badge, s.group_number AS TabletGroup, seat.group_number AS OwnGroup
            FROM participant_session s
            LEFT JOIN person p ON p.id = s.person
            LEFT JOIN seat ON seat.person = p.id AND seat.workshop = p.workshop
                AND seat.round = (SELECT MAX(number) FROM round WHERE workshop = p.workshop)
            WHERE s.id = @session
            """,
            new { session = request.Session }, cancellationToken);
        var families = (row?.TabletGroup ?? row?.OwnGroup) is { } group
            ? await database.ReadAsync<FamilyRow>(
                """
                SELECT p.family AS Family, COUNT(*) AS People
                FROM seat JOIN person p ON p.id = seat.person
                WHERE seat.workshop = @workshop AND seat.group_number = @group
                  AND seat.round = (SELECT MAX(number) FROM round WHERE workshop = @workshop)
                GROUP BY p.family
                """,
                new { workshop = request.Workshop, group }, cancellationToken)
            : [];
        return new PlaceView(workshop, row?.FirstName, row?.Badge, row?.TabletGroup ?? row?.OwnGroup,
            [.. families.Select(each => new FamilyCount(FamilyText.Read(each.Family), each.People)).OrderBy(each => each.Family)]);
    }

    private sealed record Row(string? FirstName, int? Badge, int? TabletGroup, int? OwnGroup);

    private sealed record FamilyRow(string Family, int People);
}
