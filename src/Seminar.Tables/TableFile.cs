using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;
using Seminar.Contracts.Pages;

namespace Seminar.Tables;

/// <summary>A table that someone sends, as CSV, XLSX or pasted text: its header and its lines, all as text. Formulas are never evaluated.</summary>
/// <param name="Header">Names of the columns.</param>
/// <param name="Lines">The lines that hold something.</param>
public sealed record TableFile(IReadOnlyList<string> Header, IReadOnlyList<TableLine> Lines)
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Most lines under the header.</summary>
    public const int MostLines = 5000;
    private const int MostColumns = 60;

    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="content">What it holds.</param>
    /// <returns>The table.</returns>
    /// <exception cref="TableUnreadableException">The file is no list, or too large; the message is a French sentence.</exception>
    public static TableFile Read(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            var rows = IsWorkbook(content) ? ReadWorkbook(content) : ReadText(content);
            return Shape(rows);
        }
        catch (Exception exception) when (exception is CsvFormatException or InvalidDataException or System.Xml.XmlException or NotSupportedException or FormatException)
        {
            throw new TableUnreadableException($"«\u00A0{name}\u00A0» ne se lit ni comme un fichier CSV, ni comme un classeur XLSX.");
        }
    }

    private static bool IsWorkbook(byte[] content) => content is [(byte)'P', (byte)'K', 3, 4, ..];

    private static List<IReadOnlyList<string>> ReadWorkbook(byte[] content)
    {
        if (OfficeUpload.WhyRefused(content) is { } refusal)
        {
            throw new TableUnreadableException(refusal);
        }

        using var stream = new MemoryStream(content);
        return [.. stream.Query(useHeaderRow: false).Take(MostLines + 2)
            .Select(row => (IReadOnlyList<string>)[.. ((IDictionary<string, object?>)row).Values.Take(MostColumns).Select(Text)])];
    }

    /// <summary>A code typed into a cell comes back as a number: 31, not 31.0.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "",
    };

    private static List<IReadOnlyList<string>> ReadText(byte[] content)
    {
        var text = Decode(content);
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length).ToString();
        var options = new CsvReaderOptions
        {
            Separator = Separators.MaxBy(separator => firstLine.Count(letter => letter == separator)),
            HasHeader = false,
            // Counted, so that faults name the line as the file shows it.
            SkipEmptyLines = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < MostLines + 2 && reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(column => reader.GetString(column).Trim())]);
        }

        return rows;
    }

    /// <summary>UTF-8 when it is; otherwise what spreadsheets of Western Europe write.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    private static TableFile Shape(List<IReadOnlyList<string>> rows)
    {
        var filled = rows.Select((cells, index) => new TableLine(index + 1, cells)).Where(line => line.Cells.Any(cell => cell.Length > 0)).ToList();
        if (filled.Count < 2)
        {
            throw new TableUnreadableException("Ce fichier ne contient aucune ligne sous celle des titres.");
        }

        if (filled.Count > MostLines + 1)
        {
            throw new TableUnreadableException($"Ce fichier a plus de {MostLines} lignes. Coupez-le en plusieurs.");
        }

        var header = filled[0].Cells.Select((title, index) => title.Trim() is { Length: > 0 } name ? name : $"Colonne {index + 1}").ToList();
        return new TableFile(header, filled[1..]);
    }
}

/// <summary>A line of a table.</summary>
/// <param name="Number">Where it stands in the file, from 1, the titles and blank lines counted.</param>
/// <param name="Cells">Its cells; as many as the header or fewer.</param>
public sealed record TableLine(int Number, IReadOnlyList<string> Cells);

/// <summary>A file that can't be taken for a table. The message is a French sentence.</summary>
public sealed class TableUnreadableException(string message) : Exception(message);
