using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Seminar.Contracts;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>From bytes to a document of the seed format.</summary>
internal static class SeedReader
{
    public const int LargestFile = 5_000_000;
    public const string UnknownReason = "la valeur n'a pas la forme attendue.";

    public static SeedReading<T> Read<T>(string text)
        where T : class =>
        Read<T>(Encoding.UTF8.GetBytes(text));

    public static async Task<SeedReading<T>> ReadAsync<T>(Stream stream, CancellationToken cancel)
        where T : class
    {
        // One byte more than allowed is enough to know that a file is too large.
        var bytes = new byte[LargestFile + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return Read<T>(bytes.AsMemory(0, length));
    }

    private static SeedReading<T> Read<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        if (bytes.Length > LargestFile)
        {
            return Refused<T>("Le fichier dépasse 5\u00A0Mo, la plus grande taille permise.");
        }

        var json = WithoutByteOrderMark(bytes);
        if (!Utf8.IsValid(json.Span))
        {
            return Refused<T>("Le fichier n'est pas écrit en UTF-8, le seul encodage attendu.");
        }

        if (json.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Refused<T>("Le fichier est vide\u00A0: un objet JSON est attendu.");
        }

        var faults = new SeedStructure(json, SeedJson.Options).Check(typeof(T));
        return faults.Count == 0 ? Deserialize<T>(json.Span) : new(null, faults);
    }

    private static SeedReading<T> Deserialize<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return new(JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)SeedJson.Options.GetTypeInfo(typeof(T))), []);
        }
        catch (JsonException exception)
        {
            // The structure was sound: a rule of the format that SeedStructure does not know yet.
            return new(null, [new(exception.Path ?? "$", $"Ligne {exception.LineNumber + 1}\u00A0: {UnknownReason}")]);
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static SeedReading<T> Refused<T>(string message)
        where T : class =>
        new(null, [new Refusal("", message)]);
}
