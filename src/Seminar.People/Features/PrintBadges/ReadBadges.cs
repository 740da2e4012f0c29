using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Badges.Codes;
using Seminar.People.Programme;
using Seminar.Ui;

namespace Seminar.People.Features.PrintBadges;

/// <summary>The badges of a workshop, a family, one person or everyone, in the order of names.</summary>
/// <param name="Workshop">Key of the theme, or null for all.</param>
/// <param name="Family">A family as the database writes it, or null for all.</param>
/// <param name="Person">One person, or null.</param>
/// <param name="ArrivedOnly">Whether only those who arrived are wanted.</param>
/// <param name="Site">Address of the site, for the QR codes; null without them.</param>
internal sealed record ReadBadges(string? Workshop, string? Family, Guid? Person, bool ArrivedOnly, string? Site) : IRequest<IReadOnlyList<BadgeView>>;

/// <summary>What is printed on a badge.</summary>
public sealed record BadgeView(
    Guid Person, int Number, string FirstName, string LastName, Family Family, string Organisation, string Position, ProgrammeWorkshop? Workshop, int? Group,
    string Code, QrDrawing? Qr, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt);

internal sealed class ReadBadgesHandler(IModuleDatabase database, WorkshopProgramme programme, BadgeCodes codes, DrawnCodes drawn)
    : IRequestHandler<ReadBadges, IReadOnlyList<BadgeView>>
{
    public async Task<IReadOnlyList<BadgeView>> Handle(ReadBadges request, CancellationToken cancellationToken)
    {
        var workshops = (await programme.ReadAsync(cancellationToken)).ToDictionary(workshop => workshop.Key);
        var rows = await database.ReadAsync<Row>(
            """
            SELECT p.id AS Id, p.number AS Number, p.first_name AS FirstName, p.last_name AS LastName, p.family AS Family, p.organisation AS Organisation,
                   p.position AS Position, p.workshop AS Workshop, s.group_number AS GroupNumber, p.badge_version AS Version,
                   a.arrived_at AS ArrivedAt, a.left_at AS LeftAt
            FROM person p
            LEFT JOIN arrival a ON a.person = p.id
            LEFT JOIN seat s ON s.person = p.id AND s.workshop = p.workshop AND s.round = (SELECT MAX(number) FROM round WHERE workshop = p.workshop)
            WHERE p.cancelled_at IS NULL AND p.anonymised_at IS NULL AND (@Workshop IS NULL OR p.workshop = @Workshop)
              AND (@Family IS NULL OR p.family = @Family) AND (@Person IS NULL OR p.id = @Person) AND (NOT @ArrivedOnly OR a.person IS NOT NULL)
            ORDER BY p.last_name, p.first_name, p.number
            """,
            new { request.Workshop, request.Family, request.Person, request.ArrivedOnly }, cancellationToken);
        // On every core: drawing 488 codes takes longer than the rest of the page.
        var badges = new BadgeView[rows.Count];
        await Parallel.ForAsync(0, rows.Count, cancellationToken, async (index, _) => badges[index] = await BadgeAsync(rows[index], workshops, request.Site));
        return badges;
    }

    private async Task<BadgeView> BadgeAsync(Row row, Dictionary<string, ProgrammeWorkshop> workshops, string? site)
    {
        var identity = BadgeIdentity.OfPerson(row.Id, row.Number, row.Version);
        return new BadgeView(
            row.Id, row.Number, row.FirstName, row.LastName, FamilyText.Read(row.Family), row.Organisation, row.Position,
            row.Workshop is null ? null : workshops.GetValueOrDefault(row.Workshop), row.GroupNumber,
            await codes.ShortAsync(identity), site is null ? null : drawn.Of(site + await codes.LinkAsync(identity)), row.ArrivedAt, row.LeftAt);
    }

    private sealed record Row(
        Guid Id, int Number, string FirstName, string LastName, string Family, string Organisation, string Position, string? Workshop, int? GroupNumber, int Version,
        DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt);
}
