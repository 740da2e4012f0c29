using System.Data.Common;
using Dapper;
using Seminar.Contracts.Offer;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>All that a search finds, for whoever counts, draws or exports it: no order, no page.</summary>
/// <param name="Sql">A SELECT of the numbers of the sheets.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="IsAll">Whether that is all sheets of the kind.</param>
internal sealed record MatchedSheets(string Sql, DynamicParameters Parameters, bool IsAll = false)
{
    public static MatchedSheets Of(DbConnection connection, SheetKind kind, OfferQuery query) => Loosely
        .Find(query, words => Of(kind, query, words), matched => connection.ExecuteScalar<long?>($"{matched.Sql} LIMIT 1", matched.Parameters) is null).Found;

    private static MatchedSheets Of(SheetKind kind, OfferQuery query, WordsMatch words) =>
        kind == SheetKind.Service ? Services(query, words) : Structures(query, words);

    private static MatchedSheets Services(OfferQuery query, WordsMatch words)
    {
        if (Communes.Find(query.Commune) is not { } place)
        {
            return SearchMatch.Anywhere(query, words) is { } match
                ? new MatchedSheets("SELECT rowid AS number FROM service_words WHERE service_words MATCH @match", new DynamicParameters(new { match }))
                : new MatchedSheets("SELECT number FROM service_place", new DynamicParameters(), IsAll: true);
        }

        var parameters = new DynamicParameters(Around.Parameters(place, query.Kilometres));
        parameters.AddDynamicParams(new { near = SearchMatch.Near(query, place, words), remote = SearchMatch.AtDistance(query, place, words) });
        return new MatchedSheets(
            $"""
            SELECT place.number FROM service_words JOIN service_place AS place ON place.number = service_words.rowid
            WHERE service_words MATCH @near AND {Around.Square} <= @reach
            UNION SELECT rowid FROM service_words WHERE service_words MATCH @remote
            """,
            parameters);
    }

    private static MatchedSheets Structures(OfferQuery query, WordsMatch words)
    {
        var place = Communes.Find(query.Commune);
        if (SearchMatch.Structures(query, place, words) is not { } match)
        {
            return new MatchedSheets("SELECT number FROM structure", new DynamicParameters(), IsAll: true);
        }

        var parameters = new DynamicParameters(new { match });
        if (place is null)
        {
            return new MatchedSheets("SELECT rowid AS number FROM structure_words WHERE structure_words MATCH @match", parameters);
        }

        parameters.AddDynamicParams(Around.Parameters(place, query.Kilometres));
        return new MatchedSheets(
            $"""
            SELECT place.number FROM structure_words JOIN structure AS place ON place.number = structure_words.rowid
            WHERE structure_words MATCH @match AND {Around.Square} <= @reach
            """,
            parameters);
    }
}
