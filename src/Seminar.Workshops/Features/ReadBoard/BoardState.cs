using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.ReadBoard;

/// <summary>The whole board as one reader may see it, at one place of the order.</summary>
/// <param name="N">The last operation that it contains: the events after it bring it up to date.</param>
/// <param name="Now">The server's clock.</param>
/// <param name="Me">Who reads.</param>
/// <param name="Votes">The reader's own dots, by proposal.</param>
/// <param name="Results">All dots by proposal, once the vote is closed; null before.</param>
/// <param name="Voters">How many have voted.</param>
public sealed record BoardState(
    long N, DateTimeOffset Now, BoardReader Me, BoardMethod Method,
    IReadOnlyList<BoardNote> Notes, IReadOnlyList<BoardHeading> Headings, IReadOnlyList<BoardAxis> Axes, IReadOnlyList<BoardProposal> Proposals,
    IReadOnlyList<BoardCall> Calls, IReadOnlyDictionary<Guid, int> Votes, IReadOnlyDictionary<Guid, int>? Results, int Voters);

/// <summary>Who reads the board.</summary>
/// <param name="Group">Number of the group, or null.</param>
/// <param name="MayWrite">Whether they take part.</param>
/// <param name="MayContribute">Whether they belong to the workshop's team.</param>
/// <param name="MayLead">Whether they lead it.</param>
public sealed record BoardReader(int? Group, bool MayWrite, bool MayContribute, bool MayLead);
