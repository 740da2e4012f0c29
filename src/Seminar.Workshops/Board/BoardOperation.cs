using System.Text.Json.Serialization;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Board;

/// <summary>One thing that someone did on the board. Which of the fields count depends on the kind; the README lists them.</summary>
/// <param name="Id">Identifier made by the device: sent twice, the operation has one effect.</param>
/// <param name="Kind">What is done: <c>note.add</c>, <c>vote</c>, <c>phase.start</c>…</param>
/// <param name="At">When it was done, by the device's clock set to the server's.</param>
internal sealed record BoardOperation(Guid Id, string Kind, DateTimeOffset? At = null)
{
    public Guid? Note { get; init; }

    public IReadOnlyList<Guid>? Notes { get; init; }

    public Guid? Heading { get; init; }

    public IReadOnlyList<Guid>? Headings { get; init; }

    public Guid? Axis { get; init; }

    public Guid? Proposal { get; init; }

    public IReadOnlyList<Guid>? Answers { get; init; }

    public Guid? Quote { get; init; }

    /// <summary>Who said a quote: a role, never a name.</summary>
    public string? Speaker { get; init; }

    /// <summary>How whoever is quoted agreed to it.</summary>
    public string? Consent { get; init; }

    public Attendance? Attendance { get; init; }

    public int? Number { get; init; }

    public string? Room { get; init; }

    public string? Floor { get; init; }

    public IReadOnlyList<string>? Questions { get; init; }

    /// <summary>Key of the theme, where a workshop begins. Not for devices to say.</summary>
    [JsonIgnore]
    public string? Theme { get; init; }

    public Guid? Into { get; init; }

    public Guid? Target { get; init; }

    public string? Column { get; init; }

    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Intro { get; init; }

    /// <summary>The version that was changed; another one now is a conflict.</summary>
    public int? Base { get; init; }

    public int? Dots { get; init; }

    public int? Group { get; init; }

    public int? Minutes { get; init; }

    public string? Phase { get; init; }

    public IReadOnlyList<BoardPhase>? Phases { get; init; }

    public BoardOptions? Options { get; init; }

    /// <summary>When it was done: what devices say, unless it can't be. No right rests on it alone.</summary>
    public DateTimeOffset MomentOf(DateTimeOffset now) => At is { } at && at <= now && at > now.AddDays(-1) ? at : now;
}

/// <summary>What became of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="N">Its place in the order; null when it was refused.</param>
/// <param name="Code">Why it was refused, for programs; null when it was taken.</param>
/// <param name="Message">Why, as a French sentence.</param>
/// <param name="Current">After a conflict: the note as it is now.</param>
internal sealed record BoardAnswer(Guid Operation, long? N, string? Code = null, string? Message = null, BoardNote? Current = null);

/// <summary>Who does it.</summary>
/// <param name="Name">Session or account; never shown.</param>
/// <param name="Group">Number of the group, or null.</param>
/// <param name="Badge">Number of the badge; null for a shared tablet and for the team.</param>
/// <param name="MayContribute">Whether they belong to the workshop's team.</param>
/// <param name="MayLead">Whether they lead it.</param>
internal sealed record BoardAuthor(string Name, int? Group, int? Badge, bool MayContribute, bool MayLead)
{
    /// <summary>How the names of participants begin.</summary>
    public const string Participants = "session:";
}

/// <summary>An operation that can't be done; nothing of it was.</summary>
internal sealed class BoardRefusal(string code, string message, BoardNote? current = null) : Exception(message)
{
    public string Code => code;

    public BoardNote? Current => current;

    public static BoardRefusal Unknown() => new("unknown", "Cet élément n’est pas sur ce tableau.");

    public static BoardRefusal NotAllowed() => new("not-allowed", "Cela revient à l’équipe de l’atelier.");
}
