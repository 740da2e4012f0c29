using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Seminar.Ui;

namespace Seminar.Offer.Reading;

/// <summary>Sheets of a CSV file, of structures or of services; the separator is the one that the first line shows.</summary>
internal static class CsvSheets
{
    private const int LongestRecord = 1024 * 1024;

    private static readonly char[] Separators = [';', ',', '\t'];

    public static IEnumerable<RawSheet> Read(WatchedStream stream, ICollection<string> remarks)
    {
        var encoding = EncodingOf(stream);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(stream, encoding),
            HasHeader = false,
            SkipEmptyLines = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MaxRecordSize = LongestRecord,
        });
        if (!Next(reader, 1))
        {
            yield break;
        }

        var header = SheetHeader.OfCsv(Cells(reader), remarks);
        for (var line = 2; Next(reader, line); line++)
        {
            if (header.Sheet(line, Cells(reader)) is { } sheet)
            {
                yield return sheet;
            }
        }
    }

    private static bool Next(CsvReader reader, int line)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception broken) when (broken is CsvFormatException or InvalidDataException)
        {
            throw new SheetsUnreadableException($"Ce CSV ne se lit plus à partir de la ligne {French.Number(line)}\u00A0: un guillemet n’y est sans doute pas refermé.");
        }
    }

    private static List<object?> Cells(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsEmpty(column) ? null : (object)reader.GetString(column))];

    private static char SeparatorOf(WatchedStream stream, Encoding encoding)
    {
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        var firstLine = reader.ReadLine() ?? "";
        stream.Position = 0;
        return Separators.MaxBy(separator => firstLine.Count(letter => letter == separator));
    }

    /// <summary>UTF-8 when all of it is; otherwise what spreadsheets of Western Europe write.</summary>
    private static Encoding EncodingOf(WatchedStream stream)
    {
        var buffer = new byte[256 * 1024];
        var kept = 0;
        var isUtf8 = true;
        int read;
        while (isUtf8 && (read = stream.Read(buffer.AsSpan(kept))) > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            var whole = filled.Length - Tail(filled);
            isUtf8 = Utf8.IsValid(filled[..whole]);
            filled[whole..].CopyTo(buffer);
            kept = filled.Length - whole;
        }

        stream.Position = 0;
        return isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    /// <summary>How many bytes at the end belong to a letter that was cut.</summary>
    private static int Tail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value >= 0xC0)
            {
                return back < (value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2) ? back : 0;
            }
        }

        return 0;
    }
}
