using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>Reads a seminar in the seed format. Bad input is answered with French sentences, never with an exception.</summary>
public static class ReadSeminarJson
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The document, or every fault with its line and JSON path.</returns>
    public static SeedReading<SeminarDocument> Read(string text) => SeedReader.Read<SeminarDocument>(text);

    /// <summary>Reads a stream of UTF-8, 60 MB at most.</summary>
    /// <param name="stream">The JSON.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <returns>The document, or every fault with its line and JSON path.</returns>
    public static Task<SeedReading<SeminarDocument>> ReadAsync(Stream stream, CancellationToken cancel) =>
        SeedReader.ReadAsync<SeminarDocument>(stream, cancel);
}
