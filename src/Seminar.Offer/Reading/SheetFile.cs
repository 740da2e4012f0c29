using System.Text;
using System.Text.Json;

namespace Seminar.Offer.Reading;

/// <summary>
/// A file of structures and services, in the forms in which data·inclusion circulates: the JSON of its API, the CSV, JSON and GeoJSON of
/// its open data, the workbook of its « valideur ». Read sheet by sheet: such a file may hold hundreds of megabytes.
/// Texts are read here: no more than a sheet of them is held at a time, a sheet has a greatest length, and its reader goes from one end to
/// the other once. A workbook can do more than that: it is unfolded elsewhere first.
/// </summary>
/// <param name="Path">Where it lies.</param>
/// <param name="IsUnfolded">Whether it was a workbook.</param>
internal sealed record SheetFile(string Path, bool IsUnfolded = false)
{
    public const string None = "Ce fichier ne se lit ni comme un CSV, ni comme un classeur XLSX, ni comme un JSON.";
    public const string Enormous = "Une fiche de ce fichier est démesurée.";

    /// <summary>The identifiers of all sheets of a file are held; France has a quarter of as many services.</summary>
    private const int MostSheets = 1_000_000;

    /// <summary>The sheets, one after the other.</summary>
    /// <param name="progress">Told how far the reading is, from 0 to 1.</param>
    /// <param name="remarks">Filled with what is odd about the file as a whole.</param>
    /// <exception cref="SheetsUnreadableException">It is none of these forms.</exception>
    public IEnumerable<RawSheet> Read(Action<double> progress, ICollection<string> remarks)
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        using var watched = new WatchedStream(stream, progress);
        using var sheets = (IsUnfolded ? UnfoldedSheets.Read(watched, remarks) : Open(watched, remarks)).GetEnumerator();
        for (var count = 1; MoveNext(sheets); count++)
        {
            if (count > MostSheets)
            {
                throw new SheetsUnreadableException("Ce fichier a plus d’un million de fiches. Coupez-le en plusieurs.");
            }

            yield return sheets.Current;
        }
    }

    /// <summary>Whether the file is a workbook, by its first bytes.</summary>
    public bool IsWorkbook()
    {
        using var stream = File.OpenRead(Path);
        var start = new byte[4];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [(byte)'P', (byte)'K', 3, 4];
    }

    private static IEnumerable<RawSheet> Open(WatchedStream stream, ICollection<string> remarks)
    {
        var start = new byte[4096];
        var first = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        stream.Position = 0;
        var text = Encoding.UTF8.GetString(first).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            "" => throw new SheetsUnreadableException("Ce fichier est vide."),
            ['{' or '[', ..] => JsonSheets.Read(stream),
            _ => CsvSheets.Read(stream, remarks),
        };
    }

    private static bool MoveNext(IEnumerator<RawSheet> sheets)
    {
        try
        {
            return sheets.MoveNext();
        }
        catch (JsonException broken)
        {
            throw new SheetsUnreadableException($"Ce fichier JSON est abîmé, à la ligne {broken.LineNumber + 1}.");
        }
        catch (Exception broken) when (broken is CsvHelper.CsvFormatException or InvalidDataException or FormatException or NotSupportedException or DecoderFallbackException)
        {
            throw new SheetsUnreadableException(None);
        }
    }
}
