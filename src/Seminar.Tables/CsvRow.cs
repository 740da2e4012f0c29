using System.Globalization;

namespace Seminar.Tables;

/// <summary>A line of a CSV file as spreadsheets in French expect it (RFC 4180, with the semicolon); the file begins with a byte order mark.</summary>
public static class CsvRow
{
    private const char Separator = ';';

    /// <summary>Writes a line, its end included.</summary>
    /// <param name="cells">Its cells; texts that begin like a formula are guarded, see <see cref="SafeCell"/>.</param>
    /// <returns>The line.</returns>
    public static string Write(IEnumerable<object?> cells) => string.Join(Separator, cells.Select(Cell)) + "\r\n";

    private static string Cell(object? cell)
    {
        var text = cell is string words ? SafeCell.Write(words) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAny("\";\r\n") || text is [' ' or '\t', ..] or [.., ' ' or '\t'] ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
