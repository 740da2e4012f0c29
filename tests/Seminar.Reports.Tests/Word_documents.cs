using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Formats;
using Seminar.Reports.Model;
using Seminar.Reports.Outline;

namespace Seminar.Reports.Tests;

/// <summary>What Word expects of a document.</summary>
public sealed class Word_documents
{
    private static readonly IReportFormat Docx = ReportFormats.Find("docx")!;

    public static TheoryData<string> Bilans => ["whole", "empty", "malicious", .. Sample.Seminar.Themes];

    [Theory]
    [MemberData(nameof(Bilans))]
    public async Task Are_valid_without_one_error(string bilan)
    {
        using var package = await OpenAsync(BilanOutline.Write(Named(bilan)));

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}");

        errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Have_language_title_contents_repeated_headers_page_numbers_and_alternative_texts()
    {
        var report = BilanOutline.Write(Sample.Whole);
        using var package = await OpenAsync(report);
        var main = package.MainDocumentPart!;
        var body = main.Document!.Body!;

        package.PackageProperties.Title.Should().Be(report.Title);
        main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value.Should().Be("fr-FR");
        body.Descendants<FieldCode>().First().Text.Should().Contain("TOC");
        body.Descendants<TableRow>().Count(row => row.Descendants<TableHeader>().Any()).Should().Be(body.Descendants<Table>().Count());
        body.Descendants<TableCaption>().Should().HaveCount(body.Descendants<Table>().Count()).And.OnlyContain(caption => caption.Val!.Value!.Length > 0);
        body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Should().HaveCount(10).And.OnlyContain(drawing => drawing.Description!.Value!.Length > 20);
        main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(field => field.Instruction!.Value).Should().Equal("PAGE", "NUMPAGES");
        var bookmarks = body.Descendants<BookmarkStart>().Select(bookmark => bookmark.Name!.Value).ToHashSet();
        body.Descendants<Hyperlink>().Should().NotBeEmpty().And.OnlyContain(link => bookmarks.Contains(link.Anchor!.Value));
    }

    [Fact]
    public async Task Give_a_column_of_words_more_room_than_a_column_of_figures()
    {
        using var package = await OpenAsync(BilanOutline.Write(Sample.Whole));
        var attendance = package.MainDocumentPart!.Document!.Body!.Descendants<Table>().First(table => table.Descendants<TableCaption>().Single().Val!.Value!.StartsWith("Participants", StringComparison.Ordinal));

        var widths = attendance.Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        widths[0].Should().BeGreaterThan(widths[1]);
        widths.Sum().Should().BeCloseTo(9638, 20);
    }

    [Fact]
    public async Task Have_charts_whose_figures_can_be_changed_in_Word()
    {
        using var package = await OpenAsync(BilanOutline.Write(Sample.Whole));

        foreach (var chart in package.MainDocumentPart!.ChartParts)
        {
            using var workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), isEditable: false);
            workbook.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value.Should().Be("Chiffres");
        }
    }

    private static Bilan Named(string bilan) => bilan switch
    {
        "whole" => Sample.Whole,
        "empty" => new Bilan(null, [], IsWhole: true, ["Rien."], Sample.Now),
        "malicious" => Sample.Of(Sample.Workshop("mobility") with { Title = Malice.Title, Board = [new BoardColumn(Contracts.Workshops.Column.Success, [new Heading(Malice.Title, Malice.Notes[4], Malice.Notes)])] }),
        _ => Sample.Of(Sample.Workshop(bilan)),
    };

    private static async Task<WordprocessingDocument> OpenAsync(Report report) =>
        WordprocessingDocument.Open(new MemoryStream(await Docx.WriteAsync(report)), isEditable: false);
}
