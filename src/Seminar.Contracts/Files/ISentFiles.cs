namespace Seminar.Contracts.Files;

/// <summary>
/// Files that strangers send, read in a process of their own: whatever one of them can do to its reader – take hours or gigabytes, nest
/// without end, end the process – it does there, within bounds, and no longer than the request lasts.
/// </summary>
public interface ISentFiles
{
    /// <summary>Reads a file in another process.</summary>
    /// <typeparam name="TReader">Who reads it; made over there, where it finds neither services nor settings.</typeparam>
    /// <param name="name">Its name, as it was sent.</param>
    /// <param name="content">What it holds, of a known length, from its present position on.</param>
    /// <param name="answer">Takes what the reader writes; worth nothing when the file is refused.</param>
    /// <param name="bounds">How much the reading may cost.</param>
    /// <param name="cancel">Ends the reading and its process at once.</param>
    /// <returns>Null once the file is read to its end; otherwise why it is not, as a French sentence that says what to do.</returns>
    Task<string?> ReadAsync<TReader>(string name, Stream content, Stream answer, FileBounds bounds, CancellationToken cancel)
        where TReader : IFileReader, new();
}

/// <summary>How much the reading of a file may cost. Memory has the same bound for all.</summary>
/// <param name="Time">Time of a processor.</param>
/// <param name="AnswerBytes">Length of what the reader writes.</param>
public sealed record FileBounds(TimeSpan Time, long AnswerBytes)
{
    /// <summary>What a file may cost for whose answer someone waits.</summary>
    public static FileBounds Usual { get; } = new(TimeSpan.FromSeconds(6), 32 * 1024 * 1024);
}

/// <summary>What was read of a file.</summary>
/// <typeparam name="TAnswer">What its reader answers.</typeparam>
/// <param name="Answer">The answer; null when the file was refused.</param>
/// <param name="Refusal">Why it was, as a French sentence that says what to do; null when it was read.</param>
public sealed record FileReading<TAnswer>(TAnswer? Answer, string? Refusal)
    where TAnswer : class;
