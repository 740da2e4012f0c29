using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Headings of a column: the team's.</summary>
internal static class HeadingOperations
{
    public static void Add(BoardWrite write)
    {
        write.RequireTeam();
        var id = write.Operation.Heading ?? throw BoardRefusal.Unknown();
        var title = BoardText.Require(write.Operation.Title, BoardText.LongestTitle);
        var intro = BoardText.Optional(write.Operation.Intro, BoardText.LongestIntro);
        var column = NoteOperations.ColumnOf(write.Operation.Column);
        var count = write.Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM heading WHERE board_column = @column", new { column });
        if (count >= BoardLimits.Headings || BoardRows.FindHeading(write.Connection, id) is not null)
        {
            throw new BoardRefusal("known", $"Ce sous-thème existe déjà, ou la colonne en a déjà {BoardLimits.Headings}.");
        }

        NoteOperations.OpenColumn(write, column);
        write.TouchHeading(id);
        write.Connection.Execute(
            """
            INSERT INTO heading (id, board_column, position, title, intro)
            VALUES (@id, @column, (SELECT COALESCE(MAX(position), 0) + 1 FROM heading WHERE board_column = @column), @title, @intro)
            """,
            new { id, column, title, intro });
    }

    public static void Edit(BoardWrite write)
    {
        write.RequireTeam();
        var heading = Standing(write);
        if (write.Operation.Base is { } known && known != heading.Version)
        {
            throw new BoardRefusal("conflict", $"Ce sous-thème a été changé entre-temps : « {heading.Title} ».");
        }

        var title = BoardText.Require(write.Operation.Title, BoardText.LongestTitle);
        var intro = BoardText.Optional(write.Operation.Intro, BoardText.LongestIntro);
        write.TouchHeading(heading.Id);
        write.Connection.Execute("UPDATE heading SET title = @title, intro = @intro, version = version + 1 WHERE id = @Id", new { title, intro, heading.Id });
    }

    /// <summary>Puts the headings of a column in the order given; those that are not named follow.</summary>
    public static void Order(BoardWrite write)
    {
        write.RequireTeam();
        var column = NoteOperations.ColumnOf(write.Operation.Column);
        var present = write.Connection.Query<Guid>("SELECT id FROM heading WHERE board_column = @column ORDER BY position", new { column }).AsList();
        var order = (write.Operation.Headings ?? []).Where(present.Contains).Distinct().ToList();
        order.AddRange(present.Except(order).ToList());
        foreach (var (index, id) in order.Index())
        {
            write.TouchHeading(id);
            write.Connection.Execute("UPDATE heading SET position = @position WHERE id = @id", new { position = index + 1, id });
        }
    }

    /// <summary>Takes a heading away; its notes stay, no longer gathered.</summary>
    public static void Delete(BoardWrite write)
    {
        write.RequireTeam();
        var heading = Standing(write);
        foreach (var note in write.Connection.Query<Guid>("SELECT id FROM note WHERE heading = @Id", new { heading.Id }).AsList())
        {
            write.TouchNote(note);
        }

        write.TouchHeading(heading.Id);
        write.Connection.Execute("UPDATE note SET heading = NULL WHERE heading = @Id; DELETE FROM heading WHERE id = @Id", new { heading.Id });
    }

    private static BoardHeading Standing(BoardWrite write) =>
        write.Operation.Heading is { } id && BoardRows.FindHeading(write.Connection, id) is { } heading ? heading : throw BoardRefusal.Unknown();
}
