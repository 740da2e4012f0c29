using System.Data.Common;
using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>Finds services.</summary>
internal sealed record FindServices(OfferQuery Query) : IRequest<FoundServices>;

/// <summary>Services that were found.</summary>
/// <param name="Total">How many.</param>
/// <param name="Services">Those of the page.</param>
/// <param name="IsLoose">Whether no service has all the words, so that these have one of them.</param>
public sealed record FoundServices(int Total, IReadOnlyList<FoundService> Services, bool IsLoose);

/// <summary>A service that was found.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Structure">Name of its structure.</param>
/// <param name="Kilometres">Distance, or null.</param>
/// <param name="UpToDate">When it was last known to be right.</param>
public sealed record FoundService(Sheet Sheet, string Structure, double? Kilometres, DateOnly UpToDate);

internal sealed class FindServicesHandler(IModuleDatabase database) : IRequestHandler<FindServices, FoundServices>
{
    /// <summary>Ranking weighs every sheet that was found.</summary>
    private const int MostRanked = 20_000;

    private const string Unranked = "SELECT rowid FROM service_words WHERE service_words MATCH @match LIMIT @Take OFFSET @Skip";

    public Task<FoundServices> Handle(FindServices request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Find(connection, request.Query), cancellationToken);

    private static FoundServices Find(DbConnection connection, OfferQuery query)
    {
        var (found, isLoose) = Loosely.Find(query, words => Numbers(connection, query, words), found => found.Total == 0);
        return new FoundServices(found.Total, Read(connection, found.Page), isLoose && found.Total > 0);
    }

    private static (int Total, IReadOnlyList<(long Number, double? Kilometres)> Page) Numbers(DbConnection connection, OfferQuery query, WordsMatch words)
    {
        if (Communes.Find(query.Commune) is { } place)
        {
            return NearestServices.Find(connection, query, place, words);
        }

        var match = SearchMatch.Anywhere(query, words);
        var named = words == WordsMatch.All ? SearchMatch.Anywhere(query, WordsMatch.AllInName) : match;
        var parameters = new { match, query.Skip, query.Take };
        var total = connection.ExecuteScalar<int>(match is null ? "SELECT COUNT(*) FROM service" : "SELECT COUNT(*) FROM service_words WHERE service_words MATCH @match", parameters);
        var page = (match, query.Words) switch
        {
            (null, _) => connection.Query<long>("SELECT number FROM service ORDER BY number LIMIT @Take OFFSET @Skip", parameters),
            (_, { Length: > 0 }) when total > MostRanked => NamedFirst(connection, query, match, named!),
            (_, { Length: > 0 }) => connection.Query<long>("SELECT rowid FROM service_words WHERE service_words MATCH @match ORDER BY bm25(service_words, 4.0, 1.0, 0.0) LIMIT @Take OFFSET @Skip", parameters),
            _ => connection.Query<long>(Unranked, parameters),
        };
        return (total, [.. page.Select(number => (number, (double?)null))]);
    }

    /// <summary>Words that half of the sheets have tell little: those that have them in their name come first, then the others.</summary>
    private static List<long> NamedFirst(DbConnection connection, OfferQuery query, string match, string named)
    {
        var page = connection.Query<long>(Unranked, new { match = named, query.Skip, query.Take }).AsList();
        if (page.Count == query.Take)
        {
            return page;
        }

        var inName = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM service_words WHERE service_words MATCH @named", new { named });
        return [.. page, .. connection.Query<long>(Unranked, new { match = $"({match}) NOT ({named})", Skip = Math.Max(0, query.Skip - inName), Take = query.Take - page.Count })];
    }

    private static List<FoundService> Read(DbConnection connection, IReadOnlyList<(long Number, double? Kilometres)> page)
    {
        // Of no row at all, SQLite cannot tell the type of a column that is worked out.
        if (page.Count == 0)
        {
            return [];
        }

        var rows = connection.Query<Row>(
            """
            SELECT service.number AS Number, service.record AS Record, COALESCE(structure.name, service.structure) AS Structure,
              MAX(service.updated, COALESCE(service.confirmed, '')) AS UpToDate
            FROM service LEFT JOIN structure ON structure.id = service.structure
            WHERE service.number IN @numbers
            """,
            new { numbers = page.Select(each => each.Number) }).ToDictionary(row => row.Number);
        return [.. page.Where(each => rows.ContainsKey(each.Number)).Select(each => new FoundService(
            Sheet.FromJson(SheetKind.Service, rows[each.Number].Record), rows[each.Number].Structure, each.Kilometres,
            DateOnly.ParseExact(rows[each.Number].UpToDate, "yyyy-MM-dd", CultureInfo.InvariantCulture)))];
    }

    private sealed record Row(long Number, string Record, string Structure, string UpToDate);
}
