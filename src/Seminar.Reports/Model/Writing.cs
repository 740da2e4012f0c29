using System.Text;
using Seminar.Contracts.Reports;
using Seminar.Ui;

namespace Seminar.Reports.Model;

/// <summary>Makes what people wrote ready to be shown in any format: French typography, and nothing that a format can't carry.</summary>
internal static class Writing
{
    /// <summary>A text as it is shown.</summary>
    public static string Of(string text) => Typography.Fix(Clean(text));

    /// <summary>A block as it is shown.</summary>
    public static ReportBlock Of(ReportBlock block) => block switch
    {
        ReportText text => text with { Text = Of(text.Text) },
        ReportList list => list with { Items = [.. list.Items.Select(Of)] },
        ReportTable table => new ReportTable(Of(table.Caption), [.. table.Header.Select(Of)], [.. table.Rows.Select(row => row.Select(Of).ToList())]),
        ReportChart chart => chart with
        {
            Title = Of(chart.Title), Description = Of(chart.Description), Categories = [.. chart.Categories.Select(Of)],
            Series = [.. chart.Series.Select(series => series with { Name = Of(series.Name) })],
        },
        ReportQuote quote => new ReportQuote(Of(quote.Text), Of(quote.Speaker)),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>
    /// Takes out what XML refuses (control characters, halves of a character) and the marks that would turn the direction of all
    /// that follows; those that concern their neighbours alone stay.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value is '\n' || !(Rune.IsControl(rune) || TurnsDirection(rune.Value) || (rune.Value & 0xFFFE) == 0xFFFE))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static bool TurnsDirection(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
