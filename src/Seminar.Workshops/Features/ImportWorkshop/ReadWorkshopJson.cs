using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>Reads a workshop in the seed format. Bad input is answered with French sentences, never with an exception.</summary>
public static class ReadWorkshopJson
{
    /// <summary>Size of the largest file that is read: that of the fullest board.</summary>
    public const int MostBytes = SeedReader.LargestFile;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The document, or every fault with its line and JSON path.</returns>
    public static SeedReading<WorkshopDocument> Read(string text) => SeedReader.Read<WorkshopDocument>(text);

    /// <summary>Reads a stream of UTF-8, 60 MB at most.</summary>
    /// <param name="stream">The JSON.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <returns>The document, or every fault with its line and JSON path.</returns>
    public static Task<SeedReading<WorkshopDocument>> ReadAsync(Stream stream, CancellationToken cancel) =>
        SeedReader.ReadAsync<WorkshopDocument>(stream, cancel);
}
