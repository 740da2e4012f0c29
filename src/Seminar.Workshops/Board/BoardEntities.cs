namespace Seminar.Workshops.Board;

/// <summary>A note of the live board.</summary>
/// <param name="Id">Identifier, made by the device that wrote it.</param>
/// <param name="Column"><c>success</c>, <c>strength</c>, <c>brake</c> or <c>obstacle</c>.</param>
/// <param name="Heading">The heading that gathers it, or null.</param>
/// <param name="Position">Order within the heading, or of writing.</param>
/// <param name="Text">Up to 500 characters; empty while hidden.</param>
/// <param name="Group">Number of the group that signs; null for the team.</param>
/// <param name="Version">Raised by each change of the text.</param>
/// <param name="Pending">Whether it waits for the facilitator.</param>
/// <param name="MergedInto">The note that says the same, or null.</param>
/// <param name="Hidden">Whether its text is kept from the reader until the reveal.</param>
/// <param name="Gone">Whether it was deleted.</param>
public sealed record BoardNote(
    Guid Id, string Column, Guid? Heading, long Position, string Text, int? Group, int Version, bool Pending = false, Guid? MergedInto = null, bool Hidden = false, bool Gone = false)
{
    /// <summary>Session or account that wrote it; told to nobody.</summary>
    internal string? Author { get; init; }

    /// <summary>Whether a participant wrote it, seated in a group or not.</summary>
    internal bool IsOfParticipants => Group is not null || Author?.StartsWith(BoardAuthor.Participants, StringComparison.Ordinal) == true;

    /// <summary>As those are told of it who may not read it yet.</summary>
    internal BoardNote Masked() => this with { Text = "", Hidden = true };

    /// <summary>As everyone is told that it is gone: its words are not for the log to keep telling.</summary>
    internal static BoardNote Lost(Guid id) => new(id, "", null, 0, "", null, 0, Gone: true);
}

/// <summary>A heading that gathers notes.</summary>
public sealed record BoardHeading(Guid Id, string Column, int Position, string Title, string? Intro, int Version, bool Gone = false);

/// <summary>An axis of the plan.</summary>
public sealed record BoardAxis(Guid Id, int Position, string Title, int Version, bool Gone = false);

/// <summary>A proposal, with the brakes and obstacles that it answers.</summary>
public sealed record BoardProposal(Guid Id, Guid? Axis, long Position, string Text, int? Group, int Version, IReadOnlyList<Guid> Answers, bool Gone = false)
{
    /// <summary>As everyone is told that it is gone.</summary>
    internal static BoardProposal Lost(Guid id) => new(id, null, 0, "", null, 0, [], Gone: true);
}

/// <summary>A phase of the method.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind"><c>welcome</c>, <c>write</c>, <c>gather</c>, <c>propose</c>, <c>vote</c> or <c>restitution</c>.</param>
/// <param name="Title">Title, in French.</param>
/// <param name="Instruction">What participants are asked to do.</param>
/// <param name="Minutes">How long it is meant to last.</param>
public sealed record BoardPhase(string Id, string Kind, string Title, string Instruction, int Minutes);

/// <summary>The phase that runs.</summary>
public sealed record BoardClock(string Phase, string Kind, DateTimeOffset StartedAt, DateTimeOffset EndsAt);

/// <summary>What the facilitator chose.</summary>
/// <param name="HidesOthers">Whether groups see only their own notes until the reveal.</param>
/// <param name="Moderates">Whether notes wait for the facilitator before they are shown.</param>
/// <param name="VotesBy"><c>group</c> or <c>person</c>.</param>
/// <param name="VoteBudget">Dots a voter has.</param>
public sealed record BoardOptions(bool HidesOthers, bool Moderates, string VotesBy, int VoteBudget)
{
    internal static BoardOptions Usual { get; } = new(false, false, "group", 5);
}

/// <summary>How the workshop runs.</summary>
public sealed record BoardMethod(IReadOnlyList<BoardPhase> Phases, BoardClock? Clock, BoardOptions Options);

/// <summary>A group that called for help.</summary>
public sealed record BoardCall(int Group, DateTimeOffset At);

/// <summary>
/// What one operation changed: each entity as it is now. Whoever applies the events in the order of <c>N</c> has the board.
/// </summary>
/// <param name="N">Place in the one order that everyone sees, from 1 without gaps.</param>
/// <param name="By">The operation that did it.</param>
/// <param name="Voters">How many have voted, when it changed.</param>
/// <param name="Reset">The whole board was replaced, or what one may see has changed: read it again.</param>
public sealed record BoardEvent(
    long N, Guid By, IReadOnlyList<BoardNote>? Notes = null, IReadOnlyList<BoardHeading>? Headings = null, IReadOnlyList<BoardAxis>? Axes = null,
    IReadOnlyList<BoardProposal>? Proposals = null, BoardMethod? Method = null, IReadOnlyList<BoardCall>? Calls = null, int? Voters = null, bool Reset = false);
