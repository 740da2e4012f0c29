using System.Data.Common;
using Dapper;
using Seminar.Workshops.Board.Operations;

namespace Seminar.Workshops.Board;

/// <summary>A note, heading or proposal as it was before an operation, kept in the log to undo it. Null fields: it was not there.</summary>
internal sealed record Memento(string Kind, Guid Id)
{
    public BoardNote? Note { get; init; }

    public BoardHeading? Heading { get; init; }

    public BoardProposal? Proposal { get; init; }

    public static Memento OfNote(DbConnection connection, Guid id) => new("note", id) { Note = BoardRows.FindNote(connection, id) };

    public static Memento OfHeading(DbConnection connection, Guid id) => new("heading", id) { Heading = BoardRows.FindHeading(connection, id) };

    public static Memento OfProposal(DbConnection connection, Guid id) => new("proposal", id) { Proposal = BoardRows.FindProposal(connection, id) };

    /// <summary>Puts it back; what was new is taken away.</summary>
    public void Restore(BoardWrite write)
    {
        switch (Kind)
        {
            case "note":
                write.TouchNote(Id);
                RestoreNote(write.Connection);
                break;
            case "heading":
                write.TouchHeading(Id);
                RestoreHeading(write);
                break;
            default:
                write.TouchProposal(Id);
                RestoreProposal(write);
                break;
        }
    }

    private void RestoreNote(DbConnection connection)
    {
        if (Note is not { } note)
        {
            connection.Execute("UPDATE note SET state = 'deleted', version = version + 1 WHERE id = @Id", new { Id });
            return;
        }

        connection.Execute(
            """
            UPDATE note SET board_column = @Column, position = @Position, text = @Text,
                heading = (SELECT id FROM heading WHERE id = @Heading
                    AND (SELECT COUNT(*) FROM note other WHERE other.heading = @Heading AND other.state <> 'deleted') < @most),
                state = @state, merged_into = @MergedInto, version = version + 1 WHERE id = @Id
            """,
            new { note.Column, note.Heading, note.Position, note.Text, state = note.Gone ? "deleted" : note.Pending ? "pending" : "shown", note.MergedInto, Id, most = BoardLimits.NotesOfHeading });
    }

    private void RestoreHeading(BoardWrite write)
    {
        if (Heading is not { } heading)
        {
            foreach (var note in write.Connection.Query<Guid>("SELECT id FROM note WHERE heading = @Id", new { Id }).AsList())
            {
                write.TouchNote(note);
            }

            write.Connection.Execute("UPDATE note SET heading = NULL WHERE heading = @Id; DELETE FROM heading WHERE id = @Id", new { Id });
            return;
        }

        if (BoardRows.FindHeading(write.Connection, Id) is null
            && write.Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM heading WHERE board_column = @Column", new { heading.Column }) >= BoardLimits.Headings)
        {
            throw new BoardRefusal("full", $"La colonne a déjà {BoardLimits.Headings} sous-thèmes.");
        }

        write.Connection.Execute(
            """
            INSERT INTO heading (id, board_column, position, title, intro) VALUES (@Id, @Column, @Position, @Title, @Intro)
            ON CONFLICT (id) DO UPDATE SET board_column = @Column, position = @Position, title = @Title, intro = @Intro, version = version + 1
            """,
            new { Id, heading.Column, heading.Position, heading.Title, heading.Intro });
    }

    private void RestoreProposal(BoardWrite write)
    {
        if (Proposal is not { Gone: false } proposal)
        {
            ProposalOperations.TakeAway(write, Id);
            return;
        }

        var connection = write.Connection;
        connection.Execute(
            """
            UPDATE proposal SET position = @Position, text = @Text, state = 'shown', version = version + 1,
                axis = (SELECT id FROM axis WHERE id = @Axis
                    AND (SELECT COUNT(*) FROM proposal other WHERE other.axis = @Axis AND other.state <> 'deleted') < @most)
            WHERE id = @Id
            """,
            new { proposal.Axis, proposal.Position, proposal.Text, Id, most = BoardLimits.ProposalsOfAxis });
        connection.Execute("DELETE FROM proposal_answer WHERE proposal = @Id", new { Id });
        connection.Execute("INSERT INTO proposal_answer (proposal, note) VALUES (@Id, @note)", proposal.Answers.Select(note => new { Id, note }));
    }
}
