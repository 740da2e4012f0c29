using System.Data.Common;
using Dapper;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

/// <summary>Writes a whole workshop in the place of the previous one. Called inside one transaction.</summary>
internal static class WriteWorkshop
{
    public static void Replace(DbConnection connection, WorkshopDocument document)
    {
        // Consents stay with the words that they were given for.
        var consents = connection.Query<ConsentRow>(
            "SELECT speaker AS Speaker, text AS Text, consent AS Consent, consented_at AS At FROM quote WHERE consent IS NOT NULL").AsList();
        connection.Execute("""
            UPDATE note SET merged_into = NULL; DELETE FROM note; DELETE FROM heading; DELETE FROM board_column;
            DELETE FROM proposal; DELETE FROM axis;
            DELETE FROM quote; DELETE FROM person; DELETE FROM question; DELETE FROM workshop;
            """);

        InsertWorkshop(connection, document);
        InsertPeople(connection, document);
        InsertBoard(connection, document.Board);
        InsertPlan(connection, document.Plan);
        connection.Execute("UPDATE quote SET consent = @Consent, consented_at = @At WHERE speaker = @Speaker AND text = @Text", consents);
    }

    private static void InsertWorkshop(DbConnection connection, WorkshopDocument document)
    {
        var (jeunes, partenaires, missionsLocales, reportedTotal) = document.Attendance;
        connection.Execute(
            """
            INSERT INTO workshop (id, theme, number, title, room, floor, context,
                                  youths, partners, missions_locales, reported_total, loaded_at)
            VALUES (1, @Theme, @Number, @Title, @room, @floor, @Context,
                    @jeunes, @partenaires, @missionsLocales, @reportedTotal, @now)
            """,
            new
            {
                document.Theme, document.Number, document.Title, document.Context,
                room = document.Room?.Name, floor = document.Room?.Floor,
                jeunes, partenaires, missionsLocales, reportedTotal,
                now = DateTimeOffset.UtcNow,
            });

        connection.Execute(
            "INSERT INTO question (id, position, text) VALUES (@id, @position, @text)",
            document.Questions.Select((text, index) => new { id = NewId(), position = index + 1, text }));
        connection.Execute(
            "INSERT INTO quote (id, position, speaker, text) VALUES (@id, @position, @Speaker, @Text)",
            document.Quotes.Select((quote, index) => new { id = NewId(), position = index + 1, quote.Speaker, quote.Text }));
    }

    private static void InsertPeople(DbConnection connection, WorkshopDocument document)
    {
        const string insert = """
            INSERT INTO person (id, position, role, family, occupation, organisation, departement)
            VALUES (@id, @position, @role, @family, @occupation, @organisation, @departement)
            """;
        foreach (var (index, member) in document.Team.Index())
        {
            InsertPerson(index, member.Role.ToWord(), null, member.Position, member.Organisation, member.Departement);
        }

        foreach (var (index, witness) in document.Witnesses.Index())
        {
            InsertPerson(index, Words.Witness, witness.Family.ToWord(), witness.Position, witness.Organisation, witness.Departement);
        }

        void InsertPerson(int index, string role, string? family, string? occupation, string organisation, string? departement) =>
            connection.Execute(insert, new { id = NewId(), position = index + 1, role, family, occupation, organisation, departement });
    }

    private static void InsertBoard(DbConnection connection, IReadOnlyList<BoardColumn> board)
    {
        foreach (var (index, column) in board.Index())
        {
            var name = column.Column.ToWord();
            connection.Execute("INSERT INTO board_column (name, position) VALUES (@name, @position)", new { name, position = index + 1 });
            foreach (var (rank, heading) in column.Headings.Index())
            {
                if (rank == column.Headings.Count - 1 && BoardLimits.IsUngathered(heading))
                {
                    InsertUngathered(connection, name, heading.Notes);
                    continue;
                }

                InsertHeading(connection, name, rank + 1, heading);
            }
        }
    }

    private static void InsertHeading(DbConnection connection, string column, int position, Heading heading)
    {
        var headingId = NewId();
        connection.Execute(
            "INSERT INTO heading (id, board_column, position, title, intro) VALUES (@headingId, @column, @position, @Title, @Intro)",
            new { headingId, column, position, heading.Title, heading.Intro });
        connection.Execute(
            "INSERT INTO note (id, board_column, heading, position, text) VALUES (@id, @column, @headingId, @position, @text)",
            heading.Notes.Select((text, index) => new { id = NewId(), column, headingId, position = index + 1, text }));
    }

    /// <summary>Before what the live board will write, which takes its places from 1.</summary>
    private static void InsertUngathered(DbConnection connection, string column, IReadOnlyList<string> notes) => connection.Execute(
        "INSERT INTO note (id, board_column, position, text) VALUES (@id, @column, @position, @text)",
        notes.Select((text, index) => new { id = NewId(), column, position = index - notes.Count, text }));

    private static void InsertPlan(DbConnection connection, IReadOnlyList<Axis> plan)
    {
        foreach (var (index, axis) in plan.Index())
        {
            if (index == plan.Count - 1 && BoardLimits.IsUnarranged(axis))
            {
                connection.Execute(
                    "INSERT INTO proposal (id, position, text) VALUES (@id, @position, @text)",
                    axis.Proposals.Select((text, rank) => new { id = NewId(), position = rank - axis.Proposals.Count, text }));
                continue;
            }

            var axisId = NewId();
            connection.Execute(
                "INSERT INTO axis (id, position, title) VALUES (@axisId, @position, @Title)",
                new { axisId, position = index + 1, axis.Title });
            connection.Execute(
                "INSERT INTO proposal (id, axis, position, text) VALUES (@id, @axisId, @position, @text)",
                axis.Proposals.Select((text, rank) => new { id = NewId(), axisId, position = rank + 1, text }));
        }
    }

    private sealed record ConsentRow(string Speaker, string Text, string Consent, string At);

    private static Guid NewId() => Guid.CreateVersion7();
}
