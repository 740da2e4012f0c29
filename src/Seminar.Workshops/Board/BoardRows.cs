using System.Data.Common;
using Dapper;

namespace Seminar.Workshops.Board;

/// <summary>Reads entities of the board as subscribers are told of them.</summary>
internal static class BoardRows
{
    private const string NoteColumns =
        "id AS Id, board_column AS BoardColumn, heading AS Heading, position AS Position, text AS Text, group_number AS GroupNumber, version AS Version, state AS State, merged_into AS MergedInto, author AS Author";

    private const string HeadingColumns = "id AS Id, board_column AS BoardColumn, position AS Position, title AS Title, intro AS Intro, version AS Version";

    private const string ProposalColumns = "id AS Id, axis AS Axis, position AS Position, text AS Text, group_number AS GroupNumber, version AS Version, state AS State";

    private const string AxisColumns = "id AS Id, position AS Position, title AS Title, version AS Version";

    public static BoardNote Note(DbConnection connection, Guid id) =>
        FindNote(connection, id) is { Gone: false } note ? note : BoardNote.Lost(id);

    public static BoardNote? FindNote(DbConnection connection, Guid id) =>
        connection.QueryFirstOrDefault<NoteRow>($"SELECT {NoteColumns} FROM note WHERE id = @id", new { id })?.Read();

    public static IReadOnlyList<BoardNote> Notes(DbConnection connection) =>
        [.. connection.Query<NoteRow>($"SELECT {NoteColumns} FROM note WHERE state <> 'deleted' ORDER BY position").Select(row => row.Read())];

    public static BoardHeading Heading(DbConnection connection, Guid id) =>
        FindHeading(connection, id) ?? new BoardHeading(id, "", 0, "", null, 0, Gone: true);

    public static BoardHeading? FindHeading(DbConnection connection, Guid id) =>
        connection.QueryFirstOrDefault<HeadingRow>($"SELECT {HeadingColumns} FROM heading WHERE id = @id", new { id })?.Read();

    public static IReadOnlyList<BoardHeading> Headings(DbConnection connection) =>
        [.. connection.Query<HeadingRow>($"SELECT {HeadingColumns} FROM heading ORDER BY board_column, position").Select(row => row.Read())];

    public static BoardAxis Axis(DbConnection connection, Guid id) =>
        connection.QueryFirstOrDefault<AxisRow>($"SELECT {AxisColumns} FROM axis WHERE id = @id", new { id })?.Read()
        ?? new BoardAxis(id, 0, "", 0, Gone: true);

    public static IReadOnlyList<BoardAxis> Axes(DbConnection connection) =>
        [.. connection.Query<AxisRow>($"SELECT {AxisColumns} FROM axis ORDER BY position").Select(row => row.Read())];

    public static BoardProposal Proposal(DbConnection connection, Guid id) =>
        FindProposal(connection, id) is { Gone: false } proposal ? proposal : BoardProposal.Lost(id);

    public static BoardProposal? FindProposal(DbConnection connection, Guid id) =>
        connection.QueryFirstOrDefault<ProposalRow>($"SELECT {ProposalColumns} FROM proposal WHERE id = @id", new { id })
            ?.Read([.. connection.Query<Guid>("SELECT note FROM proposal_answer WHERE proposal = @id ORDER BY note", new { id })]);

    public static IReadOnlyList<BoardProposal> Proposals(DbConnection connection)
    {
        var answers = connection.Query<(Guid Proposal, Guid Note)>("SELECT proposal, note FROM proposal_answer ORDER BY note").ToLookup(row => row.Proposal, row => row.Note);
        return [.. connection.Query<ProposalRow>($"SELECT {ProposalColumns} FROM proposal WHERE state <> 'deleted' ORDER BY position")
            .Select(row => row.Read([.. answers[row.Id]]))];
    }

    public static IReadOnlyList<BoardCall> Calls(DbConnection connection) =>
        connection.Query<BoardCall>("SELECT group_number AS \"Group\", called_at AS At FROM help_call ORDER BY called_at").AsList();

    public static int Voters(DbConnection connection) => connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT voter) FROM vote");

    private sealed record NoteRow(Guid Id, string BoardColumn, Guid? Heading, long Position, string Text, int? GroupNumber, int Version, string State, Guid? MergedInto, string? Author)
    {
        public BoardNote Read() => new(Id, BoardColumn, Heading, Position, Text, GroupNumber, Version, State == "pending", MergedInto, Gone: State == "deleted") { Author = Author };
    }

    private sealed record HeadingRow(Guid Id, string BoardColumn, int Position, string Title, string? Intro, int Version)
    {
        public BoardHeading Read() => new(Id, BoardColumn, Position, Title, Intro, Version);
    }

    private sealed record AxisRow(Guid Id, int Position, string Title, int Version)
    {
        public BoardAxis Read() => new(Id, Position, Title, Version);
    }

    private sealed record ProposalRow(Guid Id, Guid? Axis, long Position, string Text, int? GroupNumber, int Version, string State)
    {
        public BoardProposal Read(IReadOnlyList<Guid> answers) => new(Id, Axis, Position, Text, GroupNumber, Version, answers, Gone: State == "deleted");
    }
}
