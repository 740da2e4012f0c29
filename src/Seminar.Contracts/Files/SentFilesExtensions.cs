using System.Text.Json;

namespace Seminar.Contracts.Files;

/// <summary>Reading a file whose reader answers an object.</summary>
public static class SentFilesExtensions
{
    /// <summary>Reads a file in another process.</summary>
    /// <typeparam name="TReader">Who reads it.</typeparam>
    /// <typeparam name="TAnswer">What it answers.</typeparam>
    /// <param name="files">The way to that process.</param>
    /// <param name="name">Name of the file, as it was sent.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="cancel">Ends the reading and its process at once.</param>
    /// <returns>The answer, or why there is none.</returns>
    public static async Task<FileReading<TAnswer>> ReadAsync<TReader, TAnswer>(this ISentFiles files, string name, byte[] content, CancellationToken cancel)
        where TReader : IFileReader<TAnswer>, new()
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(files);
        using var sent = new MemoryStream(content, writable: false);
        using var answer = new MemoryStream();
        if (await files.ReadAsync<TReader>(name, sent, answer, FileBounds.Usual, cancel) is { } refusal)
        {
            return new FileReading<TAnswer>(null, refusal);
        }

        return new FileReading<TAnswer>(JsonSerializer.Deserialize<TAnswer>(answer.GetBuffer().AsSpan(0, (int)answer.Length), TravellingJson.Of<TAnswer>()), null);
    }
}
