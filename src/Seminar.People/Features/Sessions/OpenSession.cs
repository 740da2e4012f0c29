using System.Data.Common;
using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Badges.Codes;

namespace Seminar.People.Features.Sessions;

/// <summary>
/// Opens a participant's session with the code of a badge, or of a group's shared tablet. It is for this seminar only,
/// ends with the day in Paris, and can be revoked. Null when the code is not right, whatever the reason.
/// </summary>
/// <param name="Code">The code, as typed or scanned.</param>
public sealed record OpenSession(string? Code) : IRequest<OpenedSession?>;

/// <summary>A session that was just opened.</summary>
/// <param name="Id">Identifier; whoever holds it is the participant.</param>
/// <param name="Workshop">Key of the theme; null for someone who has no seat yet.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record OpenedSession(Guid Id, string? Workshop, DateTimeOffset ExpiresAt);

internal sealed class OpenSessionHandler(IModuleDatabase database, BadgeCodes codes, TimeProvider clock)
    : IRequestHandler<OpenSession, OpenedSession?>
{
    public async Task<OpenedSession?> Handle(OpenSession request, CancellationToken cancellationToken)
    {
        if (GivenCode.Read(request.Code) is not { } code || await HolderAsync(code, cancellationToken) is not { } holder)
        {
            return null;
        }

        if (!await codes.IsRightAsync(holder.Badge, code))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var session = new OpenedSession(Guid.CreateVersion7(now), holder.Workshop, SeminarDay.EndOf(now));
        await database.WriteAsync(connection => Insert(connection, session, holder, now), cancellationToken);
        return session;
    }

    private async Task<Holder?> HolderAsync(GivenCode code, CancellationToken cancel) =>
        TabletCode.Read(code.PublicPart) is { } tablet ? await TabletAsync(tablet, cancel)
        : int.TryParse(code.PublicPart, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await PersonAsync(number, cancel)
        : null;

    private async Task<Holder?> PersonAsync(int number, CancellationToken cancel)
    {
        var row = await database.ReadOneAsync<PersonRow>(
            """
            SELECT id AS Id, workshop AS Workshop, badge_version AS BadgeVersion
            FROM person WHERE number = @number AND cancelled_at IS NULL AND anonymised_at IS NULL
            """,
            new { number }, cancel);
        return row is null ? null : new Holder(BadgeIdentity.OfPerson(row.Id, number, row.BadgeVersion), row.Id, row.Workshop, null);
    }

    private async Task<Holder?> TabletAsync(TabletCode tablet, CancellationToken cancel)
    {
        var row = await database.ReadOneAsync<TabletRow>(
            "SELECT workshop AS Workshop, version AS Version FROM tablet_code WHERE number = @number", new { number = tablet.Workshop }, cancel);
        return row is null ? null : new Holder(BadgeIdentity.OfTablet(tablet.Workshop, tablet.Group, row.Version), null, row.Workshop, tablet.Group);
    }

    private static int Insert(DbConnection connection, OpenedSession session, Holder holder, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO participant_session (id, person, workshop, group_number, code_version, opened_at, expires_at)
        VALUES (@id, @person, @workshop, @group, @version, @now, @expiresAt)
        """,
        new { id = session.Id, person = holder.Person, workshop = holder.Workshop ?? "", group = holder.Group, version = holder.Badge.Version, now, expiresAt = session.ExpiresAt });

    private sealed record PersonRow(Guid Id, string? Workshop, int BadgeVersion);

    private sealed record TabletRow(string Workshop, int Version);

    private sealed record Holder(BadgeIdentity Badge, Guid? Person, string? Workshop, int? Group);
}
