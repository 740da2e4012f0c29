namespace Seminar.Contracts;

/// <summary>What became of a command: done, or refused with French sentences. An ordinary refusal is no exception.</summary>
/// <param name="Refusals">Why the command was refused; empty when it was carried out.</param>
public sealed record Outcome(IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The command was carried out.</summary>
    public static Outcome Done { get; } = new([]);

    /// <summary>Whether the command was carried out. When false, nothing was changed.</summary>
    public bool Accepted => Refusals.Count == 0;

    /// <summary>The command was refused for one reason.</summary>
    /// <param name="path">What the reason is about: a JSON path, a form field, or empty for the whole.</param>
    /// <param name="message">A French sentence: what is wrong and what is expected.</param>
    /// <returns>The outcome.</returns>
    public static Outcome Refused(string path, string message) => new([new Refusal(path, message)]);
}

/// <summary>One reason for a refusal.</summary>
/// <param name="Path">What it is about: a JSON path (<c>$.board[0].column</c>), a form field, or empty for the whole.</param>
/// <param name="Message">A French sentence: what is wrong and what is expected.</param>
public sealed record Refusal(string Path, string Message);
