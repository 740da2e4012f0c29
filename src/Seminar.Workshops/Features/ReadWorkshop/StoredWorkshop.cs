using System.Data.Common;
using Dapper;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>Puts the workshop together again, exactly as it was imported. Called inside a snapshot.</summary>
internal static class StoredWorkshop
{
    /// <returns>The workshop, or null while nothing was imported.</returns>
    public static WorkshopDocument? Read(DbConnection connection)
    {
        var row = connection.QueryFirstOrDefault<WorkshopRow>("""
            SELECT theme AS Theme, number AS Number, title AS Title, room AS Room, floor AS Floor, context AS Context,
                   youths AS Youths, partners AS Partners, missions_locales AS MissionsLocales, reported_total AS ReportedTotal
            FROM workshop
            """);
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
            ReadBoard(connection),
            ReadPlan(connection),
            connection.Query<Quote>("SELECT speaker AS Speaker, text AS Text FROM quote ORDER BY position").AsList());
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

    private static List<BoardColumn> ReadBoard(DbConnection connection)
    {
        var notes = connection.Query<ItemRow>("SELECT heading AS Parent, text AS Text FROM note ORDER BY position")
            .ToLookup(note => note.Parent, note => note.Text);
        var headings = connection.Query<HeadingRow>("""
            SELECT id AS Id, board_column AS BoardColumn, title AS Title, intro AS Intro FROM heading ORDER BY position
            """).ToLookup(
                heading => heading.BoardColumn,
                heading => new Heading(heading.Title, heading.Intro, notes[heading.Id].ToList()));
        return connection.Query<string>("SELECT name FROM board_column ORDER BY position")
            .Select(name => new BoardColumn(Words.FromWord<Column>(name), headings[name].ToList()))
            .ToList();
    }

    private static List<Axis> ReadPlan(DbConnection connection)
    {
        var proposals = connection.Query<ItemRow>("SELECT axis AS Parent, text AS Text FROM proposal ORDER BY position")
            .ToLookup(proposal => proposal.Parent, proposal => proposal.Text);
        return connection.Query<AxisRow>("SELECT id AS Id, title AS Title FROM axis ORDER BY position")
            .Select(axis => new Axis(axis.Title, proposals[axis.Id].ToList()))
            .ToList();
    }

    private sealed record WorkshopRow(
        string Theme, int Number, string Title, string? Room, string? Floor, string Context,
        int Youths, int Partners, int MissionsLocales, int ReportedTotal);

    private sealed record PersonRow(string Role, string? Family, string? Occupation, string Organisation, string? Departement);

    private sealed record HeadingRow(string Id, string BoardColumn, string Title, string? Intro);

    private sealed record AxisRow(string Id, string Title);

    private sealed record ItemRow(string Parent, string Text);
}
