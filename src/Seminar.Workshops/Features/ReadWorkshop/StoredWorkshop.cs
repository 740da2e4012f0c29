using System.Data.Common;
using Dapper;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

/// <summary>
/// Puts the workshop together again, exactly as it was imported. What was written on a board alone is a workshop too: until somebody
/// introduces it, it bears the name of its theme. Called inside a snapshot.
/// </summary>
internal static class StoredWorkshop
{
    /// <returns>The workshop as a reader may see it, or null while nothing was written or imported.</returns>
    public static WorkshopDocument? Read(DbConnection connection, ThemeIdentity theme, Sight sight) => ReadFrame(connection, theme) is { } frame
        ? frame with { Board = ReadBoard(connection, sight), Plan = ReadPlan(connection), Quotes = [.. ReadQuotes(connection)] }
        : null;

    /// <summary>The same, piece by piece: no more than one is in memory.</summary>
    public static IEnumerable<WorkshopPiece> ReadPieces(DbConnection connection, ThemeIdentity theme, Sight sight)
    {
        if (ReadFrame(connection, theme) is not { } frame)
        {
            yield break;
        }

        yield return new WorkshopFrame(frame);
        foreach (var column in connection.Query<string>("SELECT name FROM board_column ORDER BY position").AsList())
        {
            yield return new ColumnPiece(Words.FromWord<Column>(column));
            var number = 0;
            foreach (var heading in HeadingsOf(connection, column, sight))
            {
                yield return new HeadingPiece(Words.FromWord<Column>(column), ++number, heading);
            }
        }

        foreach (var (index, axis) in AxesOf(connection).Index())
        {
            yield return new AxisPiece(index + 1, axis);
        }

        foreach (var (index, quote) in ReadQuotes(connection).Index())
        {
            yield return new QuotePiece(index + 1, quote);
        }
    }

    private static WorkshopDocument? ReadFrame(DbConnection connection, ThemeIdentity theme)
    {
        var row = ReadRow(connection) ?? (HasBoard(connection) ? WorkshopRow.NotIntroduced(theme) : null);
        if (row is null)
        {
            return null;
        }

        var people = ReadPeople(connection);
        return new WorkshopDocument(
            row.Theme,
            row.Number,
            row.Title,
            row.Room is null ? null : new Room(row.Room, row.Floor),
            row.Context,
            connection.Query<string>("SELECT text FROM question ORDER BY position").AsList(),
            people.Where(person => person.Family is null).Select(ToTeamMember).ToList(),
            people.Where(person => person.Family is not null).Select(ToWitness).ToList(),
            new Attendance(row.Youths, row.Partners, row.MissionsLocales, row.ReportedTotal),
            [],
            [],
            []);
    }

    private static WorkshopRow? ReadRow(DbConnection connection) =>
        connection.QueryFirstOrDefault<WorkshopRow>("""
            SELECT theme AS Theme, number AS Number, title AS Title, room AS Room, floor AS Floor, context AS Context,
                   youths AS Youths, partners AS Partners, missions_locales AS MissionsLocales, reported_total AS ReportedTotal
            FROM workshop
            """);

    private static bool HasBoard(DbConnection connection) => connection.ExecuteScalar<bool>("""
        SELECT EXISTS (SELECT 1 FROM note) OR EXISTS (SELECT 1 FROM heading) OR EXISTS (SELECT 1 FROM proposal)
            OR EXISTS (SELECT 1 FROM axis) OR EXISTS (SELECT 1 FROM quote)
        """);

    // Not buffered: a quote at a time.
    private static IEnumerable<Quote> ReadQuotes(DbConnection connection) =>
        connection.Query<Quote>("SELECT speaker AS Speaker, text AS Text FROM quote ORDER BY position", buffered: false);

    private static IEnumerable<Heading> HeadingsOf(DbConnection connection, string column, Sight sight)
    {
        const string NotesOf = $"SELECT text FROM note WHERE heading = @Id AND {Sight.Told} ORDER BY position";
        foreach (var heading in connection.Query<HeadingRow>(
            "SELECT id AS Id, board_column AS BoardColumn, title AS Title, intro AS Intro FROM heading WHERE board_column = @column ORDER BY position", new { column }).AsList())
        {
            yield return new Heading(heading.Title, heading.Intro, connection.Query<string>(NotesOf, new { heading.Id, sight.Team, sight.Group }).AsList());
        }

        var loose = connection.Query<string>($"SELECT text FROM note WHERE board_column = @column AND heading IS NULL AND {Sight.Told} ORDER BY position", new { column, sight.Team, sight.Group }).AsList();
        foreach (var heading in Ungathered(loose))
        {
            yield return heading;
        }
    }

    private static IEnumerable<Axis> AxesOf(DbConnection connection)
    {
        foreach (var axis in connection.Query<AxisRow>("SELECT id AS Id, title AS Title FROM axis ORDER BY position").AsList())
        {
            yield return new Axis(axis.Title, connection.Query<string>("SELECT text FROM proposal WHERE axis = @Id AND state = 'shown' ORDER BY position", axis).AsList());
        }

        foreach (var axis in Unarranged(connection.Query<string>("SELECT text FROM proposal WHERE axis IS NULL AND state = 'shown' ORDER BY position").AsList()))
        {
            yield return axis;
        }
    }

    private static List<PersonRow> ReadPeople(DbConnection connection) =>
        connection.Query<PersonRow>("""
            SELECT role AS Role, family AS Family, occupation AS Occupation, organisation AS Organisation, departement AS Departement
            FROM person ORDER BY position
            """).AsList();

    private static TeamMember ToTeamMember(PersonRow person) =>
        new(Words.FromWord<TeamRole>(person.Role), person.Occupation, person.Organisation, person.Departement);

    private static Witness ToWitness(PersonRow person) =>
        new(Words.FromWord<Family>(person.Family!), person.Occupation, person.Organisation, person.Departement);

    private static List<BoardColumn> ReadBoard(DbConnection connection, Sight sight)
    {
        var loose = connection.Query<ItemRow>($"SELECT board_column AS Parent, text AS Text FROM note WHERE heading IS NULL AND {Sight.Told} ORDER BY position", sight)
            .ToLookup(note => note.Parent, note => note.Text);
        var notes = connection.Query<ItemRow>($"SELECT heading AS Parent, text AS Text FROM note WHERE heading IS NOT NULL AND {Sight.Told} ORDER BY position", sight)
            .ToLookup(note => note.Parent, note => note.Text);
        var headings = connection.Query<HeadingRow>("""
            SELECT id AS Id, board_column AS BoardColumn, title AS Title, intro AS Intro FROM heading ORDER BY position
            """).ToLookup(
                heading => heading.BoardColumn,
                heading => new Heading(heading.Title, heading.Intro, notes[heading.Id].ToList()));
        return connection.Query<string>("SELECT name FROM board_column ORDER BY position")
            .Select(name => new BoardColumn(Words.FromWord<Column>(name), [.. headings[name], .. Ungathered(loose[name].ToList())]))
            .ToList();
    }

    /// <summary>In the document every note has a heading.</summary>
    private static IEnumerable<Heading> Ungathered(List<string> notes) => notes.Count == 0 ? [] : [new Heading(BoardLimits.Ungathered, null, notes)];

    private static List<Axis> ReadPlan(DbConnection connection)
    {
        var loose = connection.Query<string>("SELECT text FROM proposal WHERE axis IS NULL AND state = 'shown' ORDER BY position").AsList();
        var proposals = connection.Query<ItemRow>("SELECT axis AS Parent, text AS Text FROM proposal WHERE axis IS NOT NULL AND state = 'shown' ORDER BY position")
            .ToLookup(proposal => proposal.Parent, proposal => proposal.Text);
        return connection.Query<AxisRow>("SELECT id AS Id, title AS Title FROM axis ORDER BY position")
            .Select(axis => new Axis(axis.Title, proposals[axis.Id].ToList()))
            .Concat(Unarranged(loose))
            .ToList();
    }

    /// <summary>In the document every proposal has an axis.</summary>
    private static IEnumerable<Axis> Unarranged(List<string> proposals) => proposals.Count == 0 ? [] : [new Axis(BoardLimits.Unarranged, proposals)];

    private sealed record WorkshopRow(
        string Theme, int Number, string Title, string? Room, string? Floor, string Context,
        int Youths, int Partners, int MissionsLocales, int ReportedTotal)
    {
        public static WorkshopRow NotIntroduced(ThemeIdentity theme) => new(theme.Key, Math.Max(1, theme.Order), theme.Name, null, null, "", 0, 0, 0, 0);
    }

    private sealed record PersonRow(string Role, string? Family, string? Occupation, string Organisation, string? Departement);

    private sealed record HeadingRow(string Id, string BoardColumn, string Title, string? Intro);

    private sealed record AxisRow(string Id, string Title);

    private sealed record ItemRow(string Parent, string Text);
}
