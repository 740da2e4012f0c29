namespace Seminar.Contracts.Workshops;

/// <summary>
/// Everything that one workshop holds, in the shape of the seed files: import, export and
/// <c>/api/workshops/{workshop}</c> are this one format. Orders are meaningful and kept. No personal names.
/// </summary>
/// <param name="Theme">Key of the theme.</param>
/// <param name="Number">Number of the workshop in the programme, from 1.</param>
/// <param name="Title">Title, in French.</param>
/// <param name="Room">Where it meets; null when the source does not tell.</param>
/// <param name="Context">The introducing text; may be empty.</param>
/// <param name="Questions">The questions put to the groups.</param>
/// <param name="Team">Who runs it, by role.</param>
/// <param name="Witnesses">Who testifies.</param>
/// <param name="Attendance">Head counts, as the source reports them.</param>
/// <param name="Board">The columns of the board, each at most once; a column left out is empty.</param>
/// <param name="Plan">The axes of the action plan.</param>
/// <param name="Quotes">What was said, signed by a role.</param>
public sealed record WorkshopDocument(
    string Theme,
    int Number,
    string Title,
    Room? Room,
    string Context,
    IReadOnlyList<string> Questions,
    IReadOnlyList<TeamMember> Team,
    IReadOnlyList<Witness> Witnesses,
    Attendance Attendance,
    IReadOnlyList<BoardColumn> Board,
    IReadOnlyList<Axis> Plan,
    IReadOnlyList<Quote> Quotes);

/// <summary>A room of the venue.</summary>
/// <param name="Name">Name of the room.</param>
/// <param name="Floor">Floor, as the venue writes it, or null.</param>
public sealed record Room(string Name, string? Floor);

/// <summary>A role in the workshop's team, without a personal name.</summary>
/// <param name="Role">The role.</param>
/// <param name="Position">Occupation, or null.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Departement">INSEE code of the département (<c>01</c>, <c>2A</c>, <c>971</c>), or null when not told.</param>
public sealed record TeamMember(TeamRole Role, string? Position, string Organisation, string? Departement);

/// <summary>Someone who testifies, without a personal name.</summary>
/// <param name="Family">Family of the badge.</param>
/// <param name="Position">Occupation, or null.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Departement">INSEE code of the département, or null when not told.</param>
public sealed record Witness(Family Family, string? Position, string Organisation, string? Departement);

/// <summary>Head counts of a workshop, by family.</summary>
/// <param name="Jeunes">Young people.</param>
/// <param name="Partenaires">Partners.</param>
/// <param name="MissionsLocales">Staff of Missions Locales.</param>
/// <param name="ReportedTotal">The total that the source announces; it may differ from the sum.</param>
public sealed record Attendance(int Jeunes, int Partenaires, int MissionsLocales, int ReportedTotal)
{
    /// <summary>The people counted: the sum of the three families.</summary>
    /// <returns>Number of people.</returns>
    public int Counted() => Jeunes + Partenaires + MissionsLocales;
}

/// <summary>One column of the board.</summary>
/// <param name="Column">Which one.</param>
/// <param name="Headings">Its headings, in order.</param>
public sealed record BoardColumn(Column Column, IReadOnlyList<Heading> Headings);

/// <summary>A heading that gathers notes.</summary>
/// <param name="Title">Title.</param>
/// <param name="Intro">Introducing sentence, or null.</param>
/// <param name="Notes">The notes, in order; up to 500 characters each.</param>
public sealed record Heading(string Title, string? Intro, IReadOnlyList<string> Notes);

/// <summary>An axis of the action plan.</summary>
/// <param name="Title">Title; <c>axis</c> in JSON.</param>
/// <param name="Proposals">Proposals, in order; none is possible, the title then carries the idea.</param>
public sealed record Axis([property: System.Text.Json.Serialization.JsonPropertyName("axis")] string Title, IReadOnlyList<string> Proposals);

/// <summary>Words that were said.</summary>
/// <param name="Speaker">A role (<c>jeune</c>, <c>professionnel</c>), never a name.</param>
/// <param name="Text">The words.</param>
public sealed record Quote(string Speaker, string Text);
