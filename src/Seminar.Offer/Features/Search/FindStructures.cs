using System.Data.Common;
using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>Finds structures by their own words and by where they are; what a search says of services alone does not count.</summary>
internal sealed record FindStructures(OfferQuery Query) : IRequest<FoundStructures>;

/// <summary>Structures that were found.</summary>
/// <param name="Total">How many.</param>
/// <param name="Structures">Those of the page.</param>
/// <param name="IsLoose">Whether no structure has all the words, so that these have one of them.</param>
public sealed record FoundStructures(int Total, IReadOnlyList<FoundStructure> Structures, bool IsLoose);

/// <summary>A structure that was found.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Services">How many services it gives.</param>
/// <param name="Kilometres">Distance, or null.</param>
/// <param name="UpToDate">When it was last known to be right.</param>
public sealed record FoundStructure(Sheet Sheet, int Services, double? Kilometres, DateOnly UpToDate);

/// <summary>How many structures a search finds.</summary>
internal sealed record CountStructures(OfferQuery Query) : IRequest<int>;

internal sealed class CountStructuresHandler(IModuleDatabase database) : IRequestHandler<CountStructures, int>
{
    public Task<int> Handle(CountStructures request, CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        connection =>
        {
            var matched = MatchedSheets.Of(connection, SheetKind.Structure, request.Query);
            return connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM ({matched.Sql})", matched.Parameters);
        },
        cancellationToken);
}

internal sealed class FindStructuresHandler(IModuleDatabase database) : IRequestHandler<FindStructures, FoundStructures>
{
    public Task<FoundStructures> Handle(FindStructures request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Find(connection, request.Query), cancellationToken);

    private static FoundStructures Find(DbConnection connection, OfferQuery query)
    {
        var (rows, isLoose) = Loosely.Find(query, words => Rows(connection, query, words), rows => rows.Total == 0);
        return new FoundStructures(rows.Total, [.. rows.Page.Select(Read)], isLoose && rows.Total > 0);
    }

    private static (int Total, IReadOnlyList<Row> Page) Rows(DbConnection connection, OfferQuery query, WordsMatch words)
    {
        var place = Communes.Find(query.Commune);
        var match = SearchMatch.Structures(query, place, words);
        var parameters = place is null ? new DynamicParameters() : new DynamicParameters(Around.Parameters(place, query.Kilometres));
        parameters.AddDynamicParams(new { match, query.Skip, query.Take });
        var (from, order) = (match, place, query.Words) switch
        {
            (null, _, _) => ("FROM structure AS place", "place.name, place.number"),
            (_, not null, _) => ($"{Matched} AND {Around.Square} <= @reach", $"{Around.Square}, place.number"),
            (_, _, { Length: > 0 }) => (Matched, "bm25(structure_words, 4.0, 1.0, 0.0)"),
            _ => (Matched, "place.name, place.number"),
        };
        var total = connection.ExecuteScalar<int>($"SELECT COUNT(*) {from}", parameters);
        return total == 0 ? (0, []) : (total, connection.Query<Row>(
            $"""
            SELECT place.record AS Record, (SELECT COUNT(*) FROM service WHERE service.structure = place.id) AS Services,
              {(place is null ? "-1.0" : Around.Square)} AS Square, MAX(place.updated, COALESCE(place.confirmed, '')) AS UpToDate
            {from} ORDER BY {order} LIMIT @Take OFFSET @Skip
            """,
            parameters).AsList());
    }

    private static FoundStructure Read(Row row) => new(
        Sheet.FromJson(SheetKind.Structure, row.Record), (int)row.Services, row.Square >= 0 ? Math.Sqrt(row.Square) : null,
        DateOnly.ParseExact(row.UpToDate, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private const string Matched = "FROM structure_words JOIN structure AS place ON place.number = structure_words.rowid WHERE structure_words MATCH @match";

    /// <param name="Square">Of the distance; below zero without a place to measure from: of a column of nulls, SQLite cannot tell the type.</param>
    private sealed record Row(string Record, long Services, double Square, string UpToDate);
}
