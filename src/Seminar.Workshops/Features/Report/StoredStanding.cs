using System.Data.Common;
using System.Text.Json;
using Dapper;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Features.Report;

/// <summary>Where the bilan stands. Called inside a snapshot.</summary>
internal static class StoredStanding
{
    // What runs the workshop changes nothing of what its bilan says.
    private const string Content =
        "kind NOT IN ('phase.start', 'phase.extend', 'method.arrange', 'options.choose', 'help.call', 'help.answer', 'vote')";

    public static ReportStanding Read(DbConnection connection)
    {
        var last = connection.QueryFirstOrDefault<VersionRow>(
            "SELECT number AS Number, sequence AS Sequence, published_at AS PublishedAt FROM report_version ORDER BY number DESC LIMIT 1");
        var isUnchanged = last is not null
            && connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM operation WHERE sequence > @Sequence AND {Content}", last) == 0;
        var isInReview = connection.ExecuteScalar<bool>("SELECT COALESCE(MAX(is_in_review), 0) FROM report");
        var state = isUnchanged ? ReportState.Published : isInReview ? ReportState.InReview : ReportState.Draft;
        return new ReportStanding(state, last?.Number, last?.PublishedAt);
    }

    /// <summary>A version as it was published; what the theme added of its own is not kept with it.</summary>
    public static ReportContent? ReadVersion(DbConnection connection, int number) =>
        connection.QueryFirstOrDefault<DocumentRow>("SELECT document AS Document, published_at AS PublishedAt FROM report_version WHERE number = @number", new { number }) is { } row
            ? new ReportContent(JsonSerializer.Deserialize<WorkshopDocument>(row.Document, SeedJson.Options)!, new ReportStanding(ReportState.Published, number, row.PublishedAt), [])
            : null;

    private sealed record DocumentRow(string Document, DateTimeOffset PublishedAt);

    private sealed record VersionRow(int Number, long Sequence, DateTimeOffset PublishedAt);
}
