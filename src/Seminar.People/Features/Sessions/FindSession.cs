using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.People.Features.Sessions;

/// <summary>
/// The participant behind a session; null once it has ended: by the day, by revocation, or because the badge was
/// revoked, the registration cancelled or the person erased.
/// </summary>
/// <param name="Session">Identifier of the session.</param>
public sealed record FindSession(Guid Session) : IRequest<Participant?>;

/// <summary>Who takes part through a session.</summary>
/// <param name="Person">The person; null on a group's shared tablet.</param>
/// <param name="Badge">Number of the badge; null on a shared tablet.</param>
/// <param name="Workshop">Key of the theme where they have a seat now; null without one.</param>
/// <param name="Group">Number of their group in the latest round; null before groups are composed.</param>
public sealed record Participant(Guid? Person, int? Badge, string? Workshop, int? Group);

internal sealed class FindSessionHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<FindSession, Participant?>
{
    public async Task<Participant?> Handle(FindSession request, CancellationToken cancellationToken)
    {
        var row = await database.ReadOneAsync<Row>(
            """
            SELECT s.person AS Person, p.number AS Badge, p.workshop AS OwnWorkshop, s.workshop AS TabletWorkshop,
                   seat.group_number AS OwnGroup, s.group_number AS TabletGroup
            FROM participant_session s
            LEFT JOIN person p ON p.id = s.person
            LEFT JOIN seat ON seat.person = p.id AND seat.workshop = p.workshop
                AND seat.round = (SELECT MAX(number) FROM round WHERE workshop = p.workshop)
            LEFT JOIN tablet_code t ON s.person IS NULL AND t.workshop = s.workshop
            WHERE s.id = @session AND s.revoked_at IS NULL AND s.expires_at > @now
              AND s.code_version = COALESCE(p.badge_version, t.version)
              AND (s.person IS NULL OR (p.cancelled_at IS NULL AND p.anonymised_at IS NULL))
            """,
            new { session = request.Session, now = clock.GetUtcNow() }, cancellationToken);
        return row is null ? null
            : row.Person is null ? new Participant(null, null, row.TabletWorkshop, row.TabletGroup)
            : new Participant(row.Person, row.Badge, row.OwnWorkshop, row.OwnGroup);
    }

    private sealed record Row(Guid? Person, int? Badge, string? OwnWorkshop, string TabletWorkshop, int? OwnGroup, int? TabletGroup);
}
