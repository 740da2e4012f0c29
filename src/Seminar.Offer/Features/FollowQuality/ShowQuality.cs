using System.Data.Common;
using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Offer.Hours;
using Seminar.Offer.Quality;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.FollowQuality;

/// <summary>The state of the sheets, and those to refresh first.</summary>
internal sealed record ShowQuality(string? Departement, string? Source) : IRequest<QualityView>;

/// <summary>The page of quality.</summary>
/// <param name="Departement">The département looked at, or null.</param>
/// <param name="Source">The producer looked at, or null.</param>
/// <param name="Sources">All producers, with how many sheets they have.</param>
/// <param name="Services">How many services.</param>
/// <param name="Mean">Mean score, from 0 to 1; null without services.</param>
/// <param name="Ageing">Services whose sheet is over six months old.</param>
/// <param name="Stale">Services whose sheet is over two years old.</param>
/// <param name="Confirmed">Services that someone said here to be right.</param>
/// <param name="ToRefresh">The lowest scores first.</param>
/// <param name="AgeingStructures">The structures whose sheet is over six months old, the oldest first.</param>
public sealed record QualityView(
    string? Departement, string? Source, IReadOnlyList<(string Source, int Services)> Sources,
    int Services, double? Mean, int Ageing, int Stale, int Confirmed, IReadOnlyList<RatedService> ToRefresh, IReadOnlyList<AgeingStructure> AgeingStructures);

/// <summary>A service with its score.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Structure">Name of its structure.</param>
/// <param name="UpToDate">When it was last known to be right.</param>
/// <param name="Score">How good the sheet is.</param>
public sealed record RatedService(Sheet Sheet, string Structure, DateOnly UpToDate, QualityScore Score);

/// <summary>A structure whose sheet grows old; the score is one of services.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="UpToDate">When it was last known to be right.</param>
public sealed record AgeingStructure(Sheet Sheet, DateOnly UpToDate);

internal sealed class ShowQualityHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowQuality, QualityView>
{
    private const int MostShown = 50;

    /// <summary>The score of a row, as <see cref="QualityScore"/> works it out, freshness included.</summary>
    private const string Score =
        """
        (CASE WHEN source IN @timeless THEN points / criteria ELSE (points + CASE WHEN julianday(@today) - julianday(MAX(updated, COALESCE(confirmed, ''))) <= @fresh THEN 1.0
          ELSE MAX(0.0, (@stale - (julianday(@today) - julianday(MAX(updated, COALESCE(confirmed, ''))))) / (@stale - @fresh)) END) / (criteria + 1) END)
        """;

    public Task<QualityView> Handle(ShowQuality request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Read(connection, request), cancellationToken);

    private QualityView Read(DbConnection connection, ShowQuality request)
    {
        var today = clock.TodayInParis();
        var parameters = new
        {
            request.Departement, request.Source, MostShown, today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            fresh = QualityScore.Fresh.TotalDays, stale = QualityScore.Stale.TotalDays, timeless = QualityScore.Timeless,
        };
        const string Chosen = "(@Departement IS NULL OR departement = @Departement) AND (@Source IS NULL OR source = @Source)";
        var state = connection.QuerySingle<State>(
            $"""
            SELECT COUNT(*) AS Services, CAST(COALESCE(AVG({Score}), 0) AS REAL) AS Mean,
              CAST(COALESCE(SUM(julianday(@today) - julianday(MAX(updated, COALESCE(confirmed, ''))) > @fresh), 0) AS INTEGER) AS Ageing,
              CAST(COALESCE(SUM(julianday(@today) - julianday(MAX(updated, COALESCE(confirmed, ''))) > @stale), 0) AS INTEGER) AS Stale,
              CAST(COALESCE(SUM(confirmed IS NOT NULL), 0) AS INTEGER) AS Confirmed
            FROM service WHERE {Chosen}
            """,
            parameters);
        // Of no row at all, SQLite cannot tell the type of a column that is worked out.
        var worst = state.Services == 0 ? [] : connection.Query<Row>(
            $"""
            SELECT record AS Record, COALESCE((SELECT name FROM structure WHERE id = service.structure), service.structure) AS Structure, MAX(updated, COALESCE(confirmed, '')) AS UpToDate
            FROM service WHERE number IN (SELECT number FROM service WHERE {Chosen} ORDER BY {Score}, number LIMIT @MostShown) ORDER BY {Score}, number
            """,
            parameters);
        var structures = connection.Query<(string Record, string UpToDate)>(
            $"""
            SELECT record, MAX(updated, COALESCE(confirmed, '')) FROM structure
            WHERE {Chosen} AND julianday(@today) - julianday(MAX(updated, COALESCE(confirmed, ''))) > @fresh
            ORDER BY MAX(updated, COALESCE(confirmed, '')), number LIMIT @MostShown
            """,
            parameters);
        var sources = connection.Query<(string Source, long Services)>("SELECT source, COUNT(*) FROM service GROUP BY source ORDER BY source");
        return new QualityView(
            request.Departement, request.Source, [.. sources.Select(each => (each.Source, (int)each.Services))],
            (int)state.Services, state.Services == 0 ? null : state.Mean, (int)state.Ageing, (int)state.Stale, (int)state.Confirmed,
            [.. worst.Select(row => Rate(row, today))], [.. structures.Select(row => new AgeingStructure(Sheet.FromJson(SheetKind.Structure, row.Record), Day(row.UpToDate)))]);
    }

    private static RatedService Rate(Row row, DateOnly today)
    {
        var sheet = Sheet.FromJson(SheetKind.Service, row.Record);
        var upToDate = Day(row.UpToDate);
        return new RatedService(sheet, row.Structure, upToDate, QualityScore.Of(sheet, upToDate, today));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record State(long Services, double Mean, long Ageing, long Stale, long Confirmed);

    private sealed record Row(string Record, string Structure, string UpToDate);
}
