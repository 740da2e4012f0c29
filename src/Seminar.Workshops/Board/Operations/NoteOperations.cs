using Dapper;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Writing notes, changing them, gathering them.</summary>
internal static class NoteOperations
{
    private const int MostNotes = 500;

    private static readonly List<string> Columns = [.. Enum.GetValues<Column>().Select(column => column.ToWord())];

    public static void Add(BoardWrite write)
    {
        var isLate = write.ComesLate("write", "d’écrire des notes");
        RefuseFull(write);
        var id = write.Operation.Note ?? throw BoardRefusal.Unknown();
        var text = BoardText.Require(write.Operation.Text, BoardText.LongestNote);
        var column = ColumnOf(write.Operation.Column);
        OpenColumn(write, column);
        // The place in the order of operations is the order of writing.
        var note = new BoardNote(id, column, null, write.Sequence, text, write.Author.Group, 1, Pending: isLate || Waits(write)) { Author = write.Author.Name };
        var added = write.Connection.Execute(
            """
            INSERT INTO note (id, board_column, position, text, group_number, author, state) VALUES (@Id, @Column, @Position, @Text, @Group, @author, @state)
            ON CONFLICT (id) DO NOTHING
            """,
            new { note.Id, note.Column, note.Position, note.Text, note.Group, author = write.Author.Name, state = note.Pending ? "pending" : "shown" });
        if (added == 0)
        {
            throw new BoardRefusal("known", "Une note porte déjà cet identifiant.");
        }

        write.Adds(note);
    }

    public static void Edit(BoardWrite write)
    {
        var note = Own(write);
        var text = BoardText.Require(write.Operation.Text, BoardText.LongestNote);
        if (write.Operation.Base is { } known && known != note.Version)
        {
            throw new BoardRefusal("conflict", "Cette note a été changée entre-temps. Les deux textes sont gardés : choisissez.", note);
        }

        write.TouchNote(note.Id);
        write.Connection.Execute(
            "UPDATE note SET text = @text, version = version + 1, state = CASE WHEN @waits = 1 THEN 'pending' ELSE state END WHERE id = @Id",
            new { text, note.Id, waits = Waits(write) ? 1 : 0 });
    }

    public static void Move(BoardWrite write)
    {
        var note = Own(write);
        var column = ColumnOf(write.Operation.Column);
        OpenColumn(write, column);
        write.TouchNote(note.Id);
        write.Connection.Execute(
            "UPDATE note SET board_column = @column, heading = NULL, position = @position WHERE id = @Id", new { column, position = write.Sequence, note.Id });
    }

    public static void Delete(BoardWrite write)
    {
        var note = Own(write);
        write.TouchNote(note.Id);
        // What was said to be the same stands for itself again.
        foreach (var same in write.Connection.Query<Guid>("SELECT id FROM note WHERE merged_into = @Id", new { note.Id }).AsList())
        {
            write.TouchNote(same);
        }

        write.Connection.Execute(
            "UPDATE note SET merged_into = NULL WHERE merged_into = @Id; UPDATE note SET state = 'deleted', version = version + 1 WHERE id = @Id", new { note.Id });
    }

    /// <summary>Shows a note that waited.</summary>
    public static void Approve(BoardWrite write)
    {
        write.RequireTeam();
        var note = Standing(write, write.Operation.Note);
        write.TouchNote(note.Id);
        write.Connection.Execute("UPDATE note SET state = 'shown' WHERE id = @Id", new { note.Id });
    }

    /// <summary>Puts notes under a heading, before another note of it or at its end; without a heading, takes them out.</summary>
    public static void Gather(BoardWrite write)
    {
        write.RequireTeam();
        var moved = Several(write);
        if (write.Operation.Heading is not { } id)
        {
            foreach (var note in moved)
            {
                write.TouchNote(note.Id);
                write.Connection.Execute("UPDATE note SET heading = NULL, position = @position WHERE id = @Id", new { position = write.Sequence, note.Id });
            }

            return;
        }

        var heading = BoardRows.FindHeading(write.Connection, id) ?? throw BoardRefusal.Unknown();
        var order = write.Connection.Query<Guid>("SELECT id FROM note WHERE heading = @id AND state <> 'deleted' ORDER BY position, id", new { id }).AsList();
        order.RemoveAll(each => moved.Exists(note => note.Id == each));
        var place = write.Operation.Into is { } before ? order.IndexOf(before) : -1;
        if (order.Count + moved.Count > BoardLimits.NotesOfHeading)
        {
            throw new BoardRefusal("full", $"Un sous-thème rassemble {BoardLimits.NotesOfHeading} notes au plus. Faites-en deux.");
        }

        order.InsertRange(place < 0 ? order.Count : place, moved.Select(note => note.Id));
        Arrange(write, heading, order);
    }

    /// <summary>Says that notes are the same as another: it stands for them, and they can be split from it again.</summary>
    public static void Merge(BoardWrite write)
    {
        write.RequireTeam();
        var kept = Standing(write, write.Operation.Into);
        var same = Several(write).Where(note => note.Id != kept.Id).ToList();
        if (same.Count == 0 || kept.MergedInto is not null)
        {
            throw new BoardRefusal("merge", "Choisissez une note qui reste, et d’autres qui disent la même chose.");
        }

        // What had been merged into one of them follows, so that no chain arises.
        var followers = same.SelectMany(note => write.Connection.Query<Guid>("SELECT id FROM note WHERE merged_into = @Id", new { note.Id }).Append(note.Id)).ToList();
        foreach (var follower in followers)
        {
            write.TouchNote(follower);
            write.Connection.Execute("UPDATE note SET merged_into = @kept WHERE id = @follower", new { kept = kept.Id, follower });
        }
    }

    public static void Split(BoardWrite write)
    {
        write.RequireTeam();
        var note = Standing(write, write.Operation.Note);
        write.TouchNote(note.Id);
        write.Connection.Execute("UPDATE note SET merged_into = NULL WHERE id = @Id", new { note.Id });
    }

    public static BoardNote Standing(BoardWrite write, Guid? id) =>
        id is { } known && BoardRows.FindNote(write.Connection, known) is { Gone: false } note
            ? note
            : throw new BoardRefusal("gone", "Cette note n’est plus sur ce tableau.");

    public static string ColumnOf(string? column) =>
        column is not null && Columns.Contains(column) ? column : throw new BoardRefusal("column", "Choisissez une colonne : réussites, forces, freins ou obstacles.");

    /// <summary>A column exists once something was put into it; in its usual place, unless an import gave that to another.</summary>
    public static void OpenColumn(BoardWrite write, string column)
    {
        if (!write.Standing.HasColumn(column))
        {
            write.Connection.Execute(
                """
                INSERT INTO board_column (name, position) VALUES (@column,
                    CASE WHEN EXISTS (SELECT 1 FROM board_column WHERE position = @rank) THEN (SELECT MAX(position) + 1 FROM board_column) ELSE @rank END)
                """,
                new { column, rank = Columns.IndexOf(column) + 1 });
        }
    }

    private static void RefuseFull(BoardWrite write)
    {
        if (write.Standing.Notes >= BoardLimits.Notes)
        {
            throw new BoardRefusal("full", $"Ce tableau a reçu {BoardLimits.Notes} notes : il n’en prend pas plus. Gardez votre texte et montrez-le à l’animateur.");
        }

        if (!write.Author.MayContribute && OwnNotes(write) >= BoardLimits.NotesOfGroup)
        {
            throw new BoardRefusal("full", $"Votre groupe a déjà écrit {BoardLimits.NotesOfGroup} notes : il n’en écrit pas plus. Gardez votre texte et montrez-le à l’animateur.");
        }
    }

    /// <summary>Who has no group yet counts alone.</summary>
    private static long OwnNotes(BoardWrite write) => write.Author.Group is not null
        ? write.Standing.NotesOfGroup
        : write.Connection.ExecuteScalar<long>("SELECT COUNT(*) FROM note WHERE group_number IS NULL AND author = @Name", new { write.Author.Name });

    /// <summary>Whether the words of a participant are read by the team before others see them, new or changed.</summary>
    private static bool Waits(BoardWrite write) => write.Options.Moderates && !write.Author.MayContribute;

    private static List<BoardNote> Several(BoardWrite write)
    {
        var notes = write.Operation.Notes ?? [];
        return notes.Count is > 0 and <= MostNotes
            ? notes.Distinct().Select(id => Standing(write, id)).ToList()
            : throw new BoardRefusal("notes", $"Choisissez entre une note et {MostNotes}.");
    }

    /// <summary>A note of one's own group, or any for the team.</summary>
    private static BoardNote Own(BoardWrite write)
    {
        var note = Standing(write, write.Operation.Note);
        if (!write.IsOwn("note", note.Id, note.Group))
        {
            throw new BoardRefusal("not-yours", "Cette note est d’un autre groupe.");
        }

        write.RequirePhase("write", "de changer des notes");
        return note;
    }

    private static void Arrange(BoardWrite write, BoardHeading heading, List<Guid> order)
    {
        foreach (var (index, id) in order.Index())
        {
            var place = new { id, heading = heading.Id, heading.Column, position = index + 1 };
            if (write.Connection.ExecuteScalar<long>("SELECT COUNT(*) FROM note WHERE id = @id AND heading IS @heading AND position = @position", place) == 0)
            {
                write.TouchNote(id);
                write.Connection.Execute("UPDATE note SET heading = @heading, board_column = @Column, position = @position WHERE id = @id", place);
            }
        }
    }
}
