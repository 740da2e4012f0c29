using System.Xml.Linq;
using Seminar.Contracts.Reports;
using static Seminar.Reports.Formats.OpenDocument.Odf;

namespace Seminar.Reports.Formats.OpenDocument;

/// <summary>Blocks as ODF's own elements. Charts are objects of their own, collected on the way.</summary>
internal sealed class OdtBlocks
{
    private readonly List<ReportChart> _charts = [];
    private readonly SortedSet<int> _shares = [];
    private int _tables;

    public IReadOnlyList<ReportChart> Charts => _charts;

    /// <summary>The widths of columns that the tables so far have, in thousandths of the page.</summary>
    public IReadOnlyCollection<int> Shares => _shares;

    public static string ColumnStyle(int share) => $"Column{share}";

    public IEnumerable<XElement> Write(ReportBlock block) => block switch
    {
        ReportText { Tone: ReportTone.Plain } text => [Paragraph("Standard", text.Text)],
        ReportText text => [Paragraph(text.Tone.ToString(), text.Text)],
        ReportList list => [List(list)],
        ReportTable table => [Paragraph("Caption", table.Caption), TableOf(table), Paragraph("Table_20_Contents", "")],
        ReportChart chart => [Paragraph("Caption", chart.Title), Frame(chart)],
        ReportQuote quote => [Paragraph("Quotations", $"«\u00A0{quote.Text}\u00A0»"), Paragraph("QuoteSpeaker", quote.Speaker)],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    public static XElement Paragraph(string style, string text) => new(Text + "p", new XAttribute(Text + "style-name", style), Words(text));

    /// <summary>In XML, spaces in a row are one, and a line feed is a space: both have elements of their own.</summary>
    public static IEnumerable<object> Words(string text)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                yield return new XElement(Text + "line-break");
            }

            var start = 0;
            while (start < line.Length)
            {
                var spaces = line.AsSpan(start).IndexOfAnyExcept(' ') is var end && end < 0 ? line.Length - start : end;
                if (spaces > 1 || (spaces == 1 && start == 0))
                {
                    yield return new XElement(Text + "s", new XAttribute(Text + "c", spaces));
                    start += spaces;
                }

                var next = line.IndexOf("  ", start, StringComparison.Ordinal) is var found && found < 0 ? line.Length : found;
                yield return line[start..next];
                start = next;
            }
        }
    }

    private static XElement List(ReportList list) => new(
        Text + "list", new XAttribute(Text + "style-name", list.IsNumbered ? "Numbers" : "Bullets"),
        list.Items.Select(item => new XElement(Text + "list-item", Paragraph("List_20_Item", item))));

    private XElement TableOf(ReportTable table)
    {
        var size = Tables.IsWide(table) ? "_20_Small" : "";
        return new XElement(
            Table + "table", new XAttribute(Table + "name", $"Tableau {++_tables}"), new XAttribute(Table + "style-name", Tables.IsShort(table) ? "BilanShort" : "Bilan"),
            new XElement(Table + "title", table.Caption),
            Tables.Shares(table).Select(share => new XElement(Table + "table-column", new XAttribute(Table + "style-name", Wide(share)))),
            new XElement(Table + "table-header-rows", Row(table.Header.Select(name => Cell("BilanHeader", "Table_20_Heading" + size, name)))),
            table.Rows.Select(row => Row(row.Select(text => Cell("BilanCell", (Tables.IsFigure(text) ? "Table_20_Figure" : "Table_20_Contents") + size, text)))));
    }

    private string Wide(int share)
    {
        _shares.Add(share);
        return ColumnStyle(share);
    }

    private static XElement Row(IEnumerable<XElement> cells) => new(Table + "table-row", new XAttribute(Table + "style-name", "BilanRow"), cells);

    private static XElement Cell(string style, string paragraph, string text) => new(
        Table + "table-cell", new XAttribute(Table + "style-name", style), new XAttribute(Office + "value-type", "string"),
        text.Split('\n').Select(line => Paragraph(paragraph, line)));

    private XElement Frame(ReportChart chart)
    {
        _charts.Add(chart);
        return new XElement(Text + "p", new XAttribute(Text + "style-name", "Standard"),
            new XElement(Draw + "frame",
                new XAttribute(Draw + "style-name", "Chart"), new XAttribute(Draw + "name", $"Graphique {_charts.Count}"),
                new XAttribute(Text + "anchor-type", "as-char"), new XAttribute(Svg + "width", "16.9cm"), new XAttribute(Svg + "height", OdtChart.Height(chart)),
                new XElement(Draw + "object",
                    new XAttribute(XLink + "href", $"./{OdtChart.FolderOf(_charts.Count)}"), new XAttribute(XLink + "type", "simple"),
                    new XAttribute(XLink + "show", "embed"), new XAttribute(XLink + "actuate", "onLoad")),
                new XElement(Svg + "title", chart.Title),
                new XElement(Svg + "desc", chart.Description)));
    }
}
