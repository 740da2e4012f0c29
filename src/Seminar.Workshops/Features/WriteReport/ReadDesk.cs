using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Board.Operations;
using Seminar.Workshops.Features.Report;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>All that the rapporteur's desk shows, as it was at one moment, each with its version.</summary>
internal sealed record ReadDesk : IRequest<ReportDesk>;

/// <summary>The bilan as those who write it meet it.</summary>
/// <param name="Introduction">What the workshop is about; under the name of its theme until somebody writes it.</param>
/// <param name="Attendance">Head counts.</param>
/// <param name="Headings">By column, in order.</param>
/// <param name="Notes">How many notes each heading gathers.</param>
/// <param name="Ungathered">Notes under no heading.</param>
/// <param name="Axes">In order.</param>
/// <param name="Proposals">In order.</param>
/// <param name="Quotes">In order.</param>
/// <param name="Standing">Where the bilan stands.</param>
/// <param name="Versions">What was published, the last one first.</param>
public sealed record ReportDesk(
    DeskIntroduction Introduction, DeskAttendance Attendance,
    IReadOnlyList<BoardHeading> Headings, IReadOnlyDictionary<Guid, int> Notes, int Ungathered,
    IReadOnlyList<BoardAxis> Axes, IReadOnlyList<BoardProposal> Proposals, IReadOnlyList<DeskQuote> Quotes,
    ReportStanding Standing, IReadOnlyList<PublishedVersion> Versions);

/// <summary>What the workshop is about.</summary>
public sealed record DeskIntroduction(int Number, string Title, string? Room, string? Floor, string Context, IReadOnlyList<string> Questions, int Version);

/// <summary>Head counts.</summary>
public sealed record DeskAttendance(Attendance Attendance, int Version);

/// <summary>A quote with how its consent was given.</summary>
public sealed record DeskQuote(Guid Id, string Speaker, string Text, string? Consent, int Version);

/// <summary>A version that was published.</summary>
public sealed record PublishedVersion(int Number, DateTimeOffset At);

internal sealed class ReadDeskHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<ReadDesk, ReportDesk>
{
    public Task<ReportDesk> Handle(ReadDesk request, CancellationToken cancellationToken) => database.ReadSnapshotAsync(Read, cancellationToken);

    private ReportDesk Read(DbConnection connection)
    {
        var row = connection.QueryFirstOrDefault<WorkshopRow>(
            """
            SELECT number AS Number, title AS Title, room AS Room, floor AS Floor, context AS Context, context_version AS ContextVersion,
                   youths AS Youths, partners AS Partners, missions_locales AS MissionsLocales, reported_total AS Total, attendance_version AS AttendanceVersion
            FROM workshop
            """) ?? WorkshopRow.NotWritten(theme);
        return new ReportDesk(
            new DeskIntroduction(
                row.Number, row.Title, row.Room, row.Floor, row.Context, connection.Query<string>("SELECT text FROM question ORDER BY position").AsList(), row.ContextVersion),
            new DeskAttendance(new Attendance(row.Youths, row.Partners, row.MissionsLocales, row.Total), row.AttendanceVersion),
            BoardRows.Headings(connection),
            connection.Query<(Guid Heading, int Notes)>("SELECT heading, COUNT(*) FROM note WHERE heading IS NOT NULL AND state = 'shown' AND merged_into IS NULL GROUP BY heading")
                .ToDictionary(count => count.Heading, count => count.Notes),
            connection.ExecuteScalar<int>("SELECT COUNT(*) FROM note WHERE heading IS NULL AND state = 'shown' AND merged_into IS NULL"),
            BoardRows.Axes(connection), BoardRows.Proposals(connection),
            connection.Query<DeskQuote>("SELECT id AS Id, speaker AS Speaker, text AS Text, consent AS Consent, version AS Version FROM quote ORDER BY position").AsList(),
            StoredStanding.Read(connection),
            connection.Query<PublishedVersion>("SELECT number AS Number, published_at AS At FROM report_version ORDER BY number DESC").AsList());
    }

    private sealed record WorkshopRow(
        int Number, string Title, string? Room, string? Floor, string Context, int ContextVersion,
        int Youths, int Partners, int MissionsLocales, int Total, int AttendanceVersion)
    {
        public static WorkshopRow NotWritten(ThemeIdentity theme) =>
            new(Math.Max(1, theme.Order), theme.Name, null, null, "", ReportOperations.NotWritten, 0, 0, 0, 0, ReportOperations.NotWritten);
    }
}
