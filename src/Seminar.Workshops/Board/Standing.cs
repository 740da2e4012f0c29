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

    /// <summary>Kind of the phase that ran when the operation was done; null before the first.</summary>
    private string? Phase { get; init; }

    private string? PhaseBefore { get; init; }

    private DateTimeOffset? PhaseSince { get; init; }

    /// <summary>The columns that exist, with commas.</summary>
    private string Columns { get; init; } = "";

    private bool HidesOthers { get; init; }

    private bool Moderates { get; init; }

    private string? VotesBy { get; init; }

    private int VoteBudget { get; init; }

    /// <param name="connection">The connection of the write.</param>
    /// <param name="operation">Identifier of the operation.</param>
    /// <param name="at">When it was done.</param>
    public static Standing Read(DbConnection connection, Guid operation, DateTimeOffset at) => connection.QueryFirst<Standing>(
        """
        SELECT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM operation) AS Next, done.sequence AS Known, done.content AS Content,
            now.kind AS Phase, earlier.kind AS PhaseBefore, now.started_at AS PhaseSince,
            (SELECT COALESCE(group_concat(name), '') FROM board_column) AS Columns,
            chosen.hides_others AS HidesOthers, chosen.moderates AS Moderates, chosen.votes_by AS VotesBy, chosen.vote_budget AS VoteBudget
        FROM (SELECT 1)
        LEFT JOIN operation done ON done.id = @operation
        LEFT JOIN phase_start now ON now.number = (SELECT MAX(number) FROM phase_start WHERE started_at <= @at)
        LEFT JOIN phase_start earlier ON earlier.number = (SELECT MAX(number) FROM phase_start WHERE number < now.number)
        LEFT JOIN board_option chosen
        """,
        new { operation, at });

    /// <summary>Whether participants may do what a kind of phase is for, at the moment when they did it.</summary>
    public bool Allows(string kind, DateTimeOffset at) => Phase == kind || (PhaseBefore == kind && at - PhaseSince <= Grace);

    public bool HasColumn(string column) => Columns.Split(',').Contains(column);
}
