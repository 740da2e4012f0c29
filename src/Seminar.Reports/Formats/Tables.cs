using Seminar.Contracts.Reports;

namespace Seminar.Reports.Formats;

/// <summary>What the formats must know of tables alike.</summary>
internal static class Tables
{
    private const int LongestFigure = 12;
    private const int MostRowsOnOnePage = 14;

    /// <summary>What a line of a table holds on a page, and what a longer text asks for at most.</summary>
    private const int LettersOnALine = 92;
    private const int MostLettersAsked = 60;

    /// <summary>What the margins of a cell take.</summary>
    private const int LettersOfMargins = 3;

    /// <summary>Figures are set to the right.</summary>
    public static bool IsFigure(string cell) =>
        cell.Length is > 0 and <= LongestFigure && char.IsAsciiDigit(cell[0]) && cell.All(character => char.IsAsciiDigit(character) || char.IsWhiteSpace(character));

    /// <summary>A short table is not cut between two pages.</summary>
    public static bool IsShort(ReportTable table) => table.Rows.Count <= MostRowsOnOnePage;

    /// <summary>Whether the longest words of all columns side by side are too much for a line: the table is then set smaller.</summary>
    public static bool IsWide(ReportTable table) =>
        Enumerable.Range(0, table.Header.Count).Sum(column => Least(table, column)) > LettersOnALine;

    /// <summary>
    /// The share of the page that each column takes, in thousandths: every one as wide as its longest word, what is left to those that
    /// hold more.
    /// </summary>
    public static IReadOnlyList<int> Shares(ReportTable table)
    {
        var columns = Enumerable.Range(0, table.Header.Count)
            .Select(column => (Least: Least(table, column), Asked: Math.Min(Cells(table, column).Append(table.Header[column]).Max(text => text.Length), MostLettersAsked) + LettersOfMargins))
            .ToList();
        var least = columns.Sum(column => column.Least);
        var missing = columns.Sum(column => Math.Max(0, column.Asked - column.Least));
        var given = missing == 0 ? 0 : Math.Clamp((double)(LettersOnALine - least) / missing, 0, 1);
        var letters = columns.ConvertAll(column => column.Least + (given * Math.Max(0, column.Asked - column.Least)));
        return letters.ConvertAll(width => (int)Math.Round(1000 * width / letters.Sum()));
    }

    /// <summary>Titles are set in bold, which takes a fifth more.</summary>
    private static int Least(ReportTable table, int column) =>
        Math.Max(LongestWord(table.Header[column]) * 6 / 5, Cells(table, column).Select(LongestWord).DefaultIfEmpty().Max()) + LettersOfMargins;

    private static IEnumerable<string> Cells(ReportTable table, int column) => table.Rows.Where(row => column < row.Count).Select(row => row[column]);

    private static int LongestWord(string text) => text.Split([' ', '\n', '-']).Max(word => word.Length);
}
