using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.StillRight;

/// <summary>The sheet of a structure and those of its services.</summary>
internal sealed record ReadOwnSheets(string Structure) : IRequest<IReadOnlyList<OwnSheet>>;

/// <summary>A sheet with the day when it was last known to be right.</summary>
public sealed record OwnSheet(Sheet Sheet, DateOnly UpToDate, bool IsConfirmed);

internal sealed class ReadOwnSheetsHandler(IModuleDatabase database) : IRequestHandler<ReadOwnSheets, IReadOnlyList<OwnSheet>>
{
    public async Task<IReadOnlyList<OwnSheet>> Handle(ReadOwnSheets request, CancellationToken cancellationToken) =>
    [
        .. await database.ReadSnapshotAsync(
            connection => connection.Query<Row>(
                """
                SELECT 0 AS Kind, record AS Record, updated AS Updated, confirmed AS Confirmed, name FROM structure WHERE id = @Structure
                UNION ALL
                SELECT 1, record, updated, confirmed, name FROM service WHERE structure = @Structure
                ORDER BY 1, 5
                """,
                request).Select(Read).ToList(),
            cancellationToken),
    ];

    private static OwnSheet Read(Row row)
    {
        var isConfirmed = string.CompareOrdinal(row.Confirmed, row.Updated) > 0;
        return new OwnSheet(
            Sheet.FromJson(row.Kind == 0 ? SheetKind.Structure : SheetKind.Service, row.Record),
            DateOnly.ParseExact(isConfirmed ? row.Confirmed! : row.Updated, "yyyy-MM-dd", CultureInfo.InvariantCulture), isConfirmed);
    }

    private sealed record Row(long Kind, string Record, string Updated, string? Confirmed, string Name);
}
