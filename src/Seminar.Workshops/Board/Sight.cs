using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Board;

/// <summary>
/// What one reader may see of a board: the one place that decides, for its pages, its state, its feed, its document and what is made
/// of that. The team sees everything; others neither what waits for the facilitator nor, while groups write hidden from one another,
/// what another group wrote.
/// </summary>
/// <param name="IsTeam">Whether they belong to the workshop's team.</param>
/// <param name="Group">Number of the group in which they take part; null for everybody else.</param>
/// <param name="Author">Session of a participant, who reads back what they wrote before they had a group; or null.</param>
internal sealed record Sight(bool IsTeam, int? Group, string? Author = null)
{
    /// <summary>Which notes the workshop's document tells, in SQL; its parameters are <c>Team</c> and <c>Group</c>.</summary>
    // Said twice, a note is told once.
    public const string Told = $"""
        state = 'shown' AND merged_into IS NULL
        AND (@Team = 1 OR group_number = @Group OR NOT EXISTS (SELECT 1 FROM board_option WHERE hides_others = 1)
            OR (group_number IS NULL AND (author IS NULL OR author NOT LIKE '{BoardAuthor.Participants}%')))
        """;

    public static Sight Anyone { get; } = Of(WorkshopReader.Anyone);

    /// <summary><see cref="IsTeam"/> for <see cref="Told"/>.</summary>
    public int Team => IsTeam ? 1 : 0;

    public static Sight Of(WorkshopReader reader) => new(reader.IsTeam, reader.Group);

    /// <param name="author">Who takes part; null for someone who does not.</param>
    public static Sight Of(BoardAuthor? author) => new(author is { MayContribute: true }, author?.Group, author?.Name);

    /// <summary>A note as this reader is told of it.</summary>
    public BoardNote Of(BoardNote note, BoardOptions options) => Sees(note, options) ? note : note.Masked();

    /// <summary>The calls for help that concern this reader.</summary>
    public IReadOnlyList<BoardCall> Of(IReadOnlyList<BoardCall> calls) => IsTeam ? calls : [.. calls.Where(call => call.Group == Group)];

    /// <summary>An event as this reader is told of it.</summary>
    public BoardEvent Of(BoardEvent told, BoardOptions options) => told with
    {
        Notes = told.Notes is { } notes ? [.. notes.Select(note => Of(note, options))] : null,
        Calls = told.Calls is { } calls ? Of(calls) : null,
    };

    private bool Sees(BoardNote note, BoardOptions options) =>
        IsTeam || (Group is { } group && note.Group == group) || (note.Author is { } author && author == Author)
        || !(note.Pending || (options.HidesOthers && note.IsOfParticipants));
}
