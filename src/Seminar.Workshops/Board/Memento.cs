using System.Data.Common;
using Dapper;

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
                RestoreProposal(write.Connection);
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
            UPDATE note SET board_column = @Column, heading = (SELECT id FROM heading WHERE id = @Heading), position = @Position, text = @Text,
                state = @state, merged_into = @MergedInto, version = version + 1 WHERE id = @Id
            """,
            new { note.Column, note.Heading, note.Position, note.Text, state = note.Gone ? "deleted" : note.Pending ? "pending" : "shown", note.MergedInto, Id });
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

        write.Connection.Execute(
            """
            INSERT INTO heading (id, board_column, position, title, intro) VALUES (@Id, @Column, @Position, @Title, @Intro)
            ON CONFLICT (id) DO UPDATE SET board_column = @Column, position = @Position, title = @Title, intro = @Intro, version = version + 1
            """,
            new { Id, heading.Column, heading.Position, heading.Title, heading.Intro });
    }

    private void RestoreProposal(DbConnection connection)
    {
        if (Proposal is not { } proposal)
        {
            connection.Execute("UPDATE proposal SET state = 'deleted', version = version + 1 WHERE id = @Id", new { Id });
            return;
        }

        connection.Execute(
            "UPDATE proposal SET axis = (SELECT id FROM axis WHERE id = @Axis), position = @Position, text = @Text, state = @state, version = version + 1 WHERE id = @Id",
            new { proposal.Axis, proposal.Position, proposal.Text, state = proposal.Gone ? "deleted" : "shown", Id });
        connection.Execute("DELETE FROM proposal_answer WHERE proposal = @Id", new { Id });
        connection.Execute("INSERT INTO proposal_answer (proposal, note) VALUES (@Id, @note)", proposal.Answers.Select(note => new { Id, note }));
    }
}
