using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Map;

/// <summary>Counts what a search finds, square of the map by square.</summary>
internal sealed record CountCells(SheetKind Kind, OfferQuery Query) : IRequest<IReadOnlyList<DensityCell>>;

/// <summary>A square of the map of a tenth of a degree.</summary>
/// <param name="Latitude">Of its middle.</param>
/// <param name="Longitude">Of its middle.</param>
/// <param name="Sheets">How many are there.</param>
public sealed record DensityCell(double Latitude, double Longitude, int Sheets);

internal sealed class CountCellsHandler(IModuleDatabase database) : IRequestHandler<CountCells, IReadOnlyList<DensityCell>>
{
    public Task<IReadOnlyList<DensityCell>> Handle(CountCells request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Count(connection, request), cancellationToken);

    private static IReadOnlyList<DensityCell> Count(DbConnection connection, CountCells request)
    {
        var matched = MatchedSheets.Of(connection, request.Kind, request.Query);
        var places = request.Kind == SheetKind.Service ? "service_place" : "structure";
        // Of all sheets, the index of the squares alone is read.
        var sql = matched.IsAll
            ? $"SELECT cell, COUNT(*) FROM {places} WHERE cell IS NOT NULL GROUP BY cell"
            : $"SELECT spot.cell, COUNT(*) FROM ({matched.Sql}) AS matched JOIN {places} AS spot ON spot.number = matched.number WHERE spot.cell IS NOT NULL GROUP BY spot.cell";
        return [.. connection.Query<(long Cell, int Sheets)>(sql, matched.Parameters).Select(row => Cell(row.Cell, row.Sheets))];
    }

    private static DensityCell Cell(long number, int sheets)
    {
        var (latitude, longitude) = Cells.MiddleOf(number);
        return new DensityCell(latitude, longitude, sheets);
    }
}
