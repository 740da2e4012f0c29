using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Badges.Codes;
using Seminar.People.Features.PrintBadges;
using Seminar.People.Groups.Composition;
using Seminar.People.Programme;
using Seminar.Ui;

namespace Seminar.People.Features.Tablets;

/// <summary>The codes of a workshop's shared tablets, one a group; null when no theme has this key.</summary>
/// <param name="Workshop">Key of the theme.</param>
/// <param name="Site">Address of the site, for the QR codes.</param>
internal sealed record ReadTablets(string Workshop, string Site) : IRequest<TabletsView?>;

/// <summary>The cards to put on the tables.</summary>
public sealed record TabletsView(ProgrammeWorkshop Workshop, IReadOnlyList<TabletView> Tablets);

/// <summary>The card of one group.</summary>
public sealed record TabletView(int Group, string Code, QrDrawing Qr);

internal sealed class ReadTabletsHandler(IModuleDatabase database, WorkshopProgramme programme, BadgeCodes codes, DrawnCodes drawn)
    : IRequestHandler<ReadTablets, TabletsView?>
{
    public async Task<TabletsView?> Handle(ReadTablets request, CancellationToken cancellationToken)
    {
        if (await programme.FindAsync(request.Workshop, cancellationToken) is not { } workshop)
        {
            return null;
        }

        var (number, version, groups) = await database.WriteAsync(connection => Number(connection, request.Workshop), cancellationToken);
        var tablets = new List<TabletView>();
        for (var group = 1; group <= groups; group++)
        {
            var tablet = BadgeIdentity.OfTablet(number, group, version);
            tablets.Add(new TabletView(group, await codes.ShortAsync(tablet), drawn.Of(request.Site + await codes.LinkAsync(tablet))));
        }

        return new TabletsView(workshop, tablets);
    }

    /// <summary>The number that the codes of this workshop begin with, given once; and how many groups there are, or will be.</summary>
    private static (int Number, int Version, int Groups) Number(DbConnection connection, string workshop)
    {
        connection.Execute(
            "INSERT INTO tablet_code (number, workshop) VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM tablet_code), @workshop) ON CONFLICT (workshop) DO NOTHING",
            new { workshop });
        var row = connection.QuerySingle<Row>("SELECT number AS Number, version AS Version FROM tablet_code WHERE workshop = @workshop", new { workshop });
        var seated = connection.ExecuteScalar<int>("SELECT COALESCE(MAX(group_number), 0) FROM seat WHERE workshop = @workshop", new { workshop });
        var expected = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM person WHERE workshop = @workshop AND cancelled_at IS NULL", new { workshop });
        return (row.Number, row.Version, seated > 0 ? seated : GroupSizes.For(expected).Count);
    }

    private sealed record Row(int Number, int Version);
}

/// <summary>Makes the codes of a workshop's tablets useless, and ends the sessions that they opened; new cards have to be printed.</summary>
internal sealed record RevokeTablets(string Workshop) : IRequest<bool>;

internal sealed class RevokeTabletsHandler(IModuleDatabase database) : IRequestHandler<RevokeTablets, bool>
{
    public Task<bool> Handle(RevokeTablets request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute("UPDATE tablet_code SET version = version + 1 WHERE workshop = @Workshop", new { request.Workshop }) > 0, cancellationToken);
}
