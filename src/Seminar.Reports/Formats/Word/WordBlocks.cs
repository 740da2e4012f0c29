using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Seminar.Contracts.Reports;

namespace Seminar.Reports.Formats.Word;

/// <summary>Blocks as Word's own elements.</summary>
internal sealed class WordBlocks(MainDocumentPart main, Numbering numbering)
{
    private const int NumberedList = 2;
    private const int TextWidth = 9638;

    private readonly WordCharts _charts = new(main);
    private int _lists = NumberedList;

    public IEnumerable<OpenXmlElement> Write(ReportBlock block) => block switch
    {
        ReportText { Tone: ReportTone.Plain } text => [Paragraph("Normal", text.Text)],
        ReportText text => [Paragraph(text.Tone.ToString(), text.Text)],
        ReportList { IsNumbered: true } list => Numbered(list.Items),
        ReportList list => list.Items.Select(item => Paragraph("ListBullet", item)),
        ReportTable table => [Paragraph("Caption", table.Caption), Table(table), new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "TableText" }))],
        ReportChart chart => [Paragraph("Caption", chart.Title), _charts.Write(chart)],
        ReportQuote quote => [Paragraph("Quote", $"«\u00A0{quote.Text}\u00A0»"), Paragraph("QuoteSpeaker", quote.Speaker)],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    public static Paragraph Paragraph(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    public static Run Run(string text)
    {
        var run = new Run();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Each numbered list begins at 1 again: it needs a numbering of its own.</summary>
    private IEnumerable<Paragraph> Numbered(IReadOnlyList<string> items)
    {
        var id = ++_lists;
        numbering.Append(new NumberingInstance(
            new AbstractNumId { Val = NumberedList },
            new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = id });
        return items.Select(item => new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "ListNumber" },
                new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = id })),
            Run(item)));
    }

    private static Table Table(ReportTable table)
    {
        var size = Tables.IsWide(table) ? "Small" : "";
        var drawn = new Table(
            new TableProperties(
                new TableStyle { Val = "BilanTable" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = table.Caption },
                new TableDescription { Val = table.Caption }),
            new TableGrid(Tables.Shares(table).Select(share => new GridColumn { Width = $"{TextWidth * share / 1000}" })));
        drawn.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Header.Select(name => Cell(name, "TableHeader" + size, staysWithNext: true))]));
        drawn.Append(table.Rows.Select((row, index) => new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. row.Select(text => Cell(text, (Tables.IsFigure(text) ? "TableFigure" : "TableText") + size, staysWithNext: Tables.IsShort(table) && index < table.Rows.Count - 1)),
            ])));
        return drawn;
    }

    private static TableCell Cell(string text, string style, bool staysWithNext) => new(text.Split('\n').Select(line =>
    {
        var paragraph = Paragraph(style, line);
        if (staysWithNext)
        {
            paragraph.ParagraphProperties!.Append(new KeepNext());
        }

        return paragraph;
    }));
}
