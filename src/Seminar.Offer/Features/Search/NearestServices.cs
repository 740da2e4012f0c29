using System.Data.Common;
using Dapper;
using Seminar.Contracts.Offer;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>
/// Services around a commune: the nearest first, then those at a distance that are not near. The index brings the squares within reach and
/// the sheets at a distance apart, so that only the former are measured.
/// </summary>
internal static class NearestServices
{
    public static (int Total, IReadOnlyList<(long Number, double? Kilometres)> Page) Find(DbConnection connection, OfferQuery query, Commune place, WordsMatch words)
    {
        var parameters = new DynamicParameters(Around.Parameters(place, query.Kilometres));
        parameters.AddDynamicParams(new { near = SearchMatch.Near(query, place, words), remote = SearchMatch.AtDistance(query, place, words) });
        var near = connection.Query<(long Number, double Square, long IsRemote)>(
            $"""
            SELECT place.number, {Around.Square} AS square, place.is_remote
            FROM service_words JOIN service_place AS place ON place.number = service_words.rowid
            WHERE service_words MATCH @near AND square <= @reach
            """,
            parameters).AsList();
        var remote = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM service_words WHERE service_words MATCH @remote", parameters);
        var page = near.OrderBy(row => row.Square).ThenBy(row => row.Number).Skip(query.Skip).Take(query.Take)
            .Select(row => (row.Number, (double?)Math.Sqrt(row.Square))).ToList();
        if (page.Count < query.Take)
        {
            parameters.AddDynamicParams(new { missing = query.Take - page.Count, passed = Math.Max(0, query.Skip - near.Count) });
            page.AddRange(Remote(connection, parameters).Select(number => (number, (double?)null)));
        }

        // Those within reach that are given at a distance too are in both.
        var both = SearchMatch.WantsRemote(query) ? near.Count(row => row.IsRemote == 1) : 0;
        return (near.Count + remote - both, page);
    }

    private static IEnumerable<long> Remote(DbConnection connection, DynamicParameters parameters) => connection.Query<long>(
        $"""
        SELECT number FROM (
          SELECT place.number, {Around.Square} AS square
          FROM service_words JOIN service_place AS place ON place.number = service_words.rowid
          WHERE service_words MATCH @remote)
        WHERE square IS NULL OR square > @reach
        ORDER BY square IS NULL, square, number LIMIT @missing OFFSET @passed
        """,
        parameters);
}
