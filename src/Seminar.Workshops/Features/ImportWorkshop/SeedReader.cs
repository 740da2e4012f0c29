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
    /// <summary>A board that is full of the letters that JSON writes longest.</summary>
    public const int LargestFile = 60_000_000;

    private const int Piece = 81_920;
    public const string UnknownReason = "la valeur n'a pas la forme attendue.";

    public static SeedReading<T> Read<T>(string text)
        where T : class =>
        Read<T>(Encoding.UTF8.GetBytes(text));

    public static async Task<SeedReading<T>> ReadAsync<T>(Stream stream, CancellationToken cancel)
        where T : class
    {
        using var bytes = new MemoryStream();
        var piece = new byte[Piece];
        // A little more than allowed is enough to know that a file is too large.
        while (bytes.Length <= LargestFile && await stream.ReadAsync(piece, cancel) is > 0 and var read)
        {
            bytes.Write(piece, 0, read);
        }

        return Read<T>(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static SeedReading<T> Read<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        if (bytes.Length > LargestFile)
        {
            return Refused<T>("Le fichier dépasse 60\u00A0Mo, la plus grande taille permise.");
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
