using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Seminar.Reports.Model;

namespace Seminar.Reports.Formats.Word;

/// <summary>Word: real styles, numbered headings, a table of contents, native charts.</summary>
internal sealed class WordFormat : IReportFormat
{
    private const string Language = "fr-FR";

    public string Key => "docx";

    public string Name => "Word (.docx), à reprendre et à mettre en forme";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task WriteAsync(Report report, Stream output, CancellationToken cancel)
    {
        // The package needs to go back and forth.
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            Write(package, report, cancel);
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancel);
    }

    private static void Write(WordprocessingDocument package, Report report, CancellationToken cancel)
    {
        package.PackageProperties.Title = report.Title;
        package.PackageProperties.Subject = report.Subtitle;
        package.PackageProperties.Language = Language;
        package.PackageProperties.Creator = "Seminar";

        var main = package.AddMainDocumentPart();
        Feed(main.AddNewPart<StyleDefinitionsPart>(), "word-styles.xml");
        var numbering = main.AddNewPart<NumberingDefinitionsPart>();
        Feed(numbering, "word-numbering.xml");
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Zoom { Percent = "100" }, new DefaultTabStop { Val = 567 },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = Language });

        var body = new Body();
        var blocks = new WordBlocks(main, numbering.Numbering!);
        WriteCover(body, blocks, report);
        body.Append(WordContents.Write(report.AllSections().Where(section => section.Level <= 2)));
        foreach (var section in report.AllSections())
        {
            cancel.ThrowIfCancellationRequested();
            body.Append(WordContents.Heading(section));
            body.Append(section.Blocks.SelectMany(blocks.Write));
        }

        body.Append(PageSetup(main, report));
        main.Document = new Document(body);
    }

    private static void WriteCover(Body body, WordBlocks blocks, Report report)
    {
        body.Append(WordBlocks.Paragraph("Title", report.Title), WordBlocks.Paragraph("Subtitle", report.Subtitle));
        body.Append(report.Standing.Select(line => WordBlocks.Paragraph("Aside", line)));
        body.Append(report.Cover.SelectMany(blocks.Write));
    }

    /// <summary>A4; the title above and the page's number below, but on the cover.</summary>
    private static SectionProperties PageSetup(MainDocumentPart main, Report report)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(WordBlocks.Paragraph("Header", report.Title));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            WordBlocks.Run("Page "), Field("PAGE"), WordBlocks.Run(" sur "), Field("NUMPAGES")));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1304, Right = 1134, Bottom = 1304, Left = 1134, Header = 567, Footer = 567, Gutter = 0 },
            new TitlePage());
    }

    private static SimpleField Field(string instruction) => new(WordBlocks.Run("1")) { Instruction = instruction };

    private static void Feed(OpenXmlPart part, string resource)
    {
        using var content = typeof(WordFormat).Assembly.GetManifestResourceStream(resource)!;
        part.FeedData(content);
    }
}
