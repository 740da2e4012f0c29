using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Map;

/// <summary>Counts what a search finds, square of the map by square.</summary>
internal sealed record CountCells(OfferQuery Query) : IRequest<IReadOnlyList<DensityCell>>;

/// <summary>A square of the map of a tenth of a degree.</summary>
/// <param name="Latitude">Of its middle.</param>
/// <param name="Longitude">Of its middle.</param>
/// <param name="Services">How many are there.</param>
public sealed record DensityCell(double Latitude, double Longitude, int Services);

internal sealed class CountCellsHandler(IModuleDatabase database) : IRequestHandler<CountCells, IReadOnlyList<DensityCell>>
{
    public Task<IReadOnlyList<DensityCell>> Handle(CountCells request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Count(connection, request.Query), cancellationToken);

    private static IReadOnlyList<DensityCell> Count(DbConnection connection, OfferQuery query)
    {
        var matched = MatchedServices.Of(connection, query);
        matched.Parameters.Add("side", Cells.Side);
        return [.. connection.Query<(long Row, long Column, int Services)>(
            $"""
            SELECT CAST(FLOOR(spot.latitude / @side) AS INTEGER), CAST(FLOOR(spot.longitude / @side) AS INTEGER), COUNT(*)
            FROM ({matched.Sql}) AS matched JOIN service_place AS spot ON spot.number = matched.number
            WHERE spot.latitude IS NOT NULL GROUP BY 1, 2
            """,
            matched.Parameters).Select(cell => new DensityCell((cell.Row + 0.5) * Cells.Side, (cell.Column + 0.5) * Cells.Side, cell.Services))];
    }
}
