using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Seminar.Contracts.Reports;
using Seminar.Reports.Model;

namespace Seminar.Reports.Tests.Outlines;

/// <summary>What of a document can be compared between formats: its headings with their numbers, and how much there is of each thing.</summary>
internal sealed record Outline(IReadOnlyList<string> Headings, int Items, int Tables, int Rows, int Quotes, int Charts);

/// <summary>Reads the outline back from a file of each format, with a reader that is not ours.</summary>
internal static partial class OutlineOf
{
    public static Outline Model(Report report)
    {
        var blocks = report.Cover.Concat(report.AllSections().SelectMany(section => section.Blocks)).ToList();
        return new Outline(
            [.. report.AllSections().Select(section => $"{section.Level} {section.Number} {section.Title}")],
            blocks.OfType<ReportList>().Sum(list => list.Items.Count),
            blocks.OfType<ReportTable>().Count(),
            blocks.OfType<ReportTable>().Sum(table => table.Rows.Count + 1),
            blocks.OfType<ReportQuote>().Count(),
            blocks.OfType<ReportChart>().Count());
    }

    public static Outline File(string format, byte[] file) => format switch
    {
        "docx" => Word(file),
        "odt" => OpenDocument(file),
        "html" => Html(file),
        "md" => Markdown(file),
        _ => throw new NotSupportedException(format),
    };

    public static Outline OpenDocument(byte[] file)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        using var content = package.GetEntry("content.xml")!.Open();
        var body = XElement.Load(content);
        XNamespace text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
        return new Outline(
            Numbered(body.Descendants(text + "h").Select(heading => (int.Parse(heading.Attribute(text + "outline-level")!.Value, CultureInfo.InvariantCulture), heading.Value))),
            body.Descendants(text + "list-item").Count(),
            body.Descendants(table + "table").Count(each => !IsOfChart(each)),
            body.Descendants(table + "table-row").Count(row => !row.Ancestors(table + "table").Any(IsOfChart)),
            body.Descendants(text + "p").Count(paragraph => paragraph.Attribute(text + "style-name")?.Value == "Quotations"),
            body.Descendants(draw + "object").Count());

        // Saved as one file, a chart stands with its own table where it is shown.
        bool IsOfChart(XElement each) => each.Attribute(table + "name")?.Value == "local-table";
    }

    private static Outline Word(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var paragraphs = body.Descendants<Paragraph>().Select(paragraph => (Style: paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", Text: paragraph.InnerText)).ToList();
        return new Outline(
            Numbered(paragraphs.Where(paragraph => HeadingStyle().IsMatch(paragraph.Style)).Select(paragraph => (paragraph.Style[^1] - '0', paragraph.Text))),
            paragraphs.Count(paragraph => paragraph.Style is "ListBullet" or "ListNumber"),
            body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Count(),
            body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Count(),
            paragraphs.Count(paragraph => paragraph.Style == "Quote"),
            package.MainDocumentPart.ChartParts.Count());
    }

    private static Outline Html(byte[] file)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(file));
        return new Outline(
            [.. page.QuerySelectorAll("main h2, main h3, main h4, main h5").Select(heading => $"{heading.TagName[1] - '1'} {Spaces().Replace(heading.TextContent, " ").Trim()}")],
            page.QuerySelectorAll("header ul:not(.standing) > li, main li").Count(item => item.Closest(".legend") is null),
            page.QuerySelectorAll("table").Length, page.QuerySelectorAll("tr").Length, page.QuerySelectorAll("blockquote").Length, page.QuerySelectorAll("figure.chart").Length);
    }

    private static Outline Markdown(byte[] file)
    {
        var document = Markdig.Markdown.Parse(System.Text.Encoding.UTF8.GetString(file), new MarkdownPipelineBuilder().UsePipeTables().Build());
        var contents = document.OfType<ListBlock>().First(list => document.IndexOf(list) == document.ToList().FindIndex(block => block is ParagraphBlock paragraph && Words(paragraph) == "Sommaire") + 1);
        return new Outline(
            [.. document.OfType<HeadingBlock>().Where(heading => heading.Level > 1).Select(heading => $"{heading.Level - 1} {Words(heading)}")],
            document.OfType<ListBlock>().Except([contents]).Sum(list => list.Count),
            document.Descendants<Markdig.Extensions.Tables.Table>().Count(),
            document.Descendants<Markdig.Extensions.Tables.TableRow>().Count(),
            document.OfType<QuoteBlock>().Count(quote => quote.Descendants<ParagraphBlock>().Any(paragraph => Words(paragraph).StartsWith('«'))),
            document.OfType<ParagraphBlock>().Count(paragraph => Words(paragraph) is var words && (words.StartsWith("Participants", StringComparison.Ordinal) || words.StartsWith("Notes par", StringComparison.Ordinal)) && words.Contains('\u00A0')
                && paragraph.Inline!.FirstChild is Markdig.Syntax.Inlines.EmphasisInline { DelimiterCount: 1 }));
    }

    private static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants().Select(inline => inline switch
    {
        Markdig.Syntax.Inlines.LiteralInline literal => literal.Content.ToString(),
        Markdig.Syntax.Inlines.HtmlEntityInline entity => entity.Transcoded.ToString(),
        Markdig.Syntax.Inlines.LineBreakInline => "\n",
        _ => "",
    }));

    /// <summary>The numbers that a word processor gives to headings by their level alone.</summary>
    private static List<string> Numbered(IEnumerable<(int Level, string Title)> headings)
    {
        var counters = new int[10];
        return [.. headings.Select(heading =>
        {
            counters[heading.Level]++;
            Array.Clear(counters, heading.Level + 1, counters.Length - heading.Level - 1);
            return $"{heading.Level} {string.Join('.', counters[1..(heading.Level + 1)])} {heading.Title}";
        })];
    }

    [GeneratedRegex(@"^Heading\d$")]
    private static partial Regex HeadingStyle();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();
}
