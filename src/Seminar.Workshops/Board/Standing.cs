using System.Data.Common;
using Dapper;

namespace Seminar.Workshops.Board;

/// <summary>
/// How the board stands before an operation: all that most operations ask. One statement, since each costs about as much as
/// writing a note.
/// </summary>
internal sealed record Standing
{
    /// <summary>Someone who had begun to write when the phase ended may still send it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>The place in the order that comes next.</summary>
    public required long Next { get; init; }

    /// <summary>The place at which the operation was done before; null when it was not.</summary>
    public long? Known { get; init; }

    /// <summary>What it was then.</summary>
    public string? Content { get; init; }

    public BoardOptions Options => VotesBy is null ? BoardOptions.Usual : new BoardOptions(HidesOthers, Moderates, VotesBy, VoteBudget);

    /// <summary>Kind of the phase that runs, the last one that was begun whatever the clock says; null before the first.</summary>
    private string? Phase { get; init; }

    private string? PhaseBefore { get; init; }

    private DateTimeOffset? PhaseSince { get; init; }

    /// <summary>Notes that the board holds, deleted ones too.</summary>
    public long Notes { get; init; }

    /// <summary>Those among them that the author's group wrote.</summary>
    public long NotesOfGroup { get; init; }

    /// <summary>The columns that exist, with commas.</summary>
    private string Columns { get; init; } = "";

    private bool HidesOthers { get; init; }

    private bool Moderates { get; init; }

    private string? VotesBy { get; init; }

    private int VoteBudget { get; init; }

    /// <param name="connection">The connection of the write.</param>
    /// <param name="operation">Identifier of the operation.</param>
    public static Standing Read(DbConnection connection, Guid operation, int? group) => connection.QueryFirst<Standing>(
        """
        SELECT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM operation) AS Next, done.sequence AS Known, done.content AS Content,
            now.kind AS Phase, earlier.kind AS PhaseBefore, now.started_at AS PhaseSince,
            (SELECT COUNT(*) FROM note) AS Notes, (SELECT COUNT(*) FROM note WHERE group_number = @group) AS NotesOfGroup,
            (SELECT COALESCE(group_concat(name), '') FROM board_column) AS Columns,
            chosen.hides_others AS HidesOthers, chosen.moderates AS Moderates, chosen.votes_by AS VotesBy, chosen.vote_budget AS VoteBudget
        FROM (SELECT 1)
        LEFT JOIN operation done ON done.id = @operation
        LEFT JOIN phase_start now ON now.number = (SELECT MAX(number) FROM phase_start)
        LEFT JOIN phase_start earlier ON earlier.number = (SELECT MAX(number) FROM phase_start WHERE number < now.number)
        LEFT JOIN board_option chosen
        """,
        new { operation, group });

    /// <summary>Whether participants may do what a kind of phase is for: while it runs, and a moment longer.</summary>
    /// <param name="kind">Kind of the phase.</param>
    /// <param name="now">The server's clock; set back, it gives nobody more than the moment.</param>
    public bool Allows(string kind, DateTimeOffset now) => Phase == kind || (PhaseBefore == kind && (now - PhaseSince)?.Duration() <= Grace);

    /// <summary>Whether votes count: while they are cast; and those cast before their end that were a moment on their way.</summary>
    /// <param name="at">When it was cast, as the device says.</param>
    /// <param name="now">The server's clock.</param>
    public bool AllowsVote(DateTimeOffset at, DateTimeOffset now) => Phase == "vote" || (Allows("vote", now) && at < PhaseSince);

    /// <summary>
    /// Whether something was done in a kind of phase, as its device says: it was away, and sends it later. Not to be trusted, only to
    /// be listened to.
    /// </summary>
    public static bool WasWithin(DbConnection connection, string kind, DateTimeOffset at) => connection.ExecuteScalar<long>(
        """
        SELECT COUNT(*) FROM phase_start began
        WHERE began.kind = @kind AND began.started_at <= @at
            AND NOT EXISTS (SELECT 1 FROM phase_start later WHERE later.number > began.number AND later.started_at < @latest)
        """,
        new { kind, at, latest = at - Grace }) > 0;

    public bool HasColumn(string column) => Columns.Split(',').Contains(column);
}
