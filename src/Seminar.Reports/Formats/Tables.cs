using Seminar.Contracts.Reports;

namespace Seminar.Reports.Formats;

/// <summary>What the formats must know of tables alike.</summary>
internal static class Tables
{
    private const int LongestFigure = 12;
    private const int MostRowsOnOnePage = 14;

    /// <summary>Figures are set to the right.</summary>
    public static bool IsFigure(string cell) =>
        cell.Length is > 0 and <= LongestFigure && char.IsAsciiDigit(cell[0]) && cell.All(character => char.IsAsciiDigit(character) || char.IsWhiteSpace(character));

    /// <summary>A short table is not cut between two pages.</summary>
    public static bool IsShort(ReportTable table) => table.Rows.Count <= MostRowsOnOnePage;
}
