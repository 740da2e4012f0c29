using System.Data.Common;
using Dapper;
using Seminar.Contracts.Offer;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>All the services that a search finds, for whoever counts, draws or exports them: no order, no page.</summary>
/// <param name="Sql">A SELECT of their numbers.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record MatchedServices(string Sql, DynamicParameters Parameters)
{
    public static MatchedServices Of(DbConnection connection, OfferQuery query)
    {
        var exact = Of(query, all: true);
        return query.Words is { Length: > 0 } && connection.ExecuteScalar<long?>($"{exact.Sql} LIMIT 1", exact.Parameters) is null ? Of(query, all: false) : exact;
    }

    private static MatchedServices Of(OfferQuery query, bool all)
    {
        var place = Communes.Find(query.Commune);
        var match = SearchMatch.Of(query, place, all);
        var parameters = new DynamicParameters(new { match });
        if (place is null)
        {
            return new MatchedServices(match is null ? "SELECT number FROM service_place" : "SELECT rowid AS number FROM service_words WHERE service_words MATCH @match", parameters);
        }

        parameters.AddDynamicParams(Around.Parameters(place, query.Kilometres));
        return new MatchedServices(
            $"""
            SELECT place.number FROM service_words JOIN service_place AS place ON place.number = service_words.rowid
            WHERE service_words MATCH @match AND (place.is_remote = 1 OR {Around.Square} <= @reach)
            """,
            parameters);
    }
}
