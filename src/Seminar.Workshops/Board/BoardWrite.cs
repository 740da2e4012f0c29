using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Seminar.Workshops.Board;

/// <summary>One operation while it is written: the connection, who does it, what it touched, and what it was before.</summary>
internal sealed class BoardWrite(DbConnection connection, BoardAuthor author, BoardOperation operation, Standing standing, DateTimeOffset at, DateTimeOffset now)
{
    private readonly List<Memento> _before = [];
    private readonly HashSet<Guid> _notes = [];
    private readonly HashSet<Guid> _headings = [];
    private readonly HashSet<Guid> _axes = [];
    private readonly HashSet<Guid> _proposals = [];
    private BoardNote? _added;

    public DbConnection Connection => connection;

    public BoardAuthor Author => author;

    public BoardOperation Operation => operation;

    public DateTimeOffset Now => now;

    /// <summary>Place of this operation in the order.</summary>
    public long Sequence => standing.Next;

    /// <summary>When it was done.</summary>
    public DateTimeOffset At => at;

    /// <summary>How the board stood before this operation.</summary>
    public Standing Standing => standing;

    /// <summary>What the facilitator chose, before this operation.</summary>
    public BoardOptions Options { get; } = standing.Options;

    public bool TouchesMethod { get; set; }

    public bool TouchesCalls { get; set; }

    public bool TouchesVotes { get; set; }

    /// <summary>Whether what one may see has changed.</summary>
    public bool ResetsView { get; set; }

    public string? Before => _before.Count == 0 ? null : JsonSerializer.Serialize(_before, BoardJson.Options);

    /// <summary>Tells of a note that is new.</summary>
    public void Adds(BoardNote note)
    {
        _added = note;
        _before.Add(new Memento("note", note.Id));
    }

    /// <summary>Marks a note as changed; to call before the change.</summary>
    public void TouchNote(Guid id)
    {
        if (_notes.Add(id))
        {
            _before.Add(Memento.OfNote(connection, id));
        }
    }

    public void TouchHeading(Guid id)
    {
        if (_headings.Add(id))
        {
            _before.Add(Memento.OfHeading(connection, id));
        }
    }

    public void TouchAxis(Guid id) => _axes.Add(id);

    public void TouchProposal(Guid id)
    {
        if (_proposals.Add(id))
        {
            _before.Add(Memento.OfProposal(connection, id));
        }
    }

    /// <summary>Whether it was written by the author's group, or by the author alone; everything is the team's.</summary>
    public bool IsOwn(string table, Guid id, int? group) =>
        author.MayContribute
        || (group is { } number
            ? number == author.Group
            : connection.ExecuteScalar<string?>(table == "note" ? "SELECT author FROM note WHERE id = @id" : "SELECT author FROM proposal WHERE id = @id", new { id }) == author.Name);

    public void RequireTeam()
    {
        if (!author.MayContribute)
        {
            throw BoardRefusal.NotAllowed();
        }
    }

    public void RequireLead()
    {
        if (!author.MayLead)
        {
            throw BoardRefusal.NotAllowed();
        }
    }

    /// <exception cref="BoardRefusal">A participant does it in another phase.</exception>
    public void RequirePhase(string kind, string what)
    {
        if (!author.MayContribute && !standing.Allows(kind, now))
        {
            throw WrongPhase(what);
        }
    }

    /// <summary>The same for what must not be lost: what was done in its phase, and comes late, is taken.</summary>
    /// <returns>Whether it comes late: nobody but its device knows that it was done in time.</returns>
    /// <exception cref="BoardRefusal">A participant does it in another phase.</exception>
    public bool ComesLate(string kind, string what)
    {
        if (author.MayContribute || standing.Allows(kind, now))
        {
            return false;
        }

        return Standing.WasWithin(connection, kind, at) ? true : throw WrongPhase(what);
    }

    /// <exception cref="BoardRefusal">Votes are not cast now: their results may be known. The team votes no longer than others.</exception>
    public void RequireVote()
    {
        if (!standing.AllowsVote(at, now))
        {
            throw WrongPhase("de voter");
        }
    }

    private static BoardRefusal WrongPhase(string what) => new("wrong-phase", $"Ce n’est pas le moment {what}.");

    /// <summary>Each thing that was touched, as it is now.</summary>
    public BoardEvent Event()
    {
        return new BoardEvent(
            standing.Next, operation.Id,
            _added is null ? Read(_notes, id => BoardRows.Note(connection, id)) : [_added], Read(_headings, id => BoardRows.Heading(connection, id)),
            Read(_axes, id => BoardRows.Axis(connection, id)), Read(_proposals, id => BoardRows.Proposal(connection, id)),
            TouchesMethod ? StoredMethod.Read(connection) : null,
            TouchesCalls ? BoardRows.Calls(connection) : null,
            TouchesVotes ? BoardRows.Voters(connection) : null,
            ResetsView);

        static List<T>? Read<T>(HashSet<Guid> ids, Func<Guid, T> read) => ids.Count == 0 ? null : [.. ids.Select(read)];
    }
}
