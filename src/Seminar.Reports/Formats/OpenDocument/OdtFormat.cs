using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Seminar.Reports.Model;
using static Seminar.Reports.Formats.OpenDocument.Odf;

namespace Seminar.Reports.Formats.OpenDocument;

/// <summary>OpenDocument 1.3, for LibreOffice: the same structure as in Word.</summary>
internal sealed class OdtFormat : IReportFormat
{
    private const string Type = "application/vnd.oasis.opendocument.text";

    public string Key => "odt";

    public string Name => "OpenDocument (.odt), pour LibreOffice";

    public string MediaType => Type;

    public async Task WriteAsync(Report report, Stream output, CancellationToken cancel)
    {
        var blocks = new OdtBlocks();
        var content = Content(report, blocks, cancel);
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First, and as it is: it tells what the file is to who reads its beginning only.
            Write(package, "mimetype", Encoding.ASCII.GetBytes(Type), CompressionLevel.NoCompression);
            Write(package, "META-INF/manifest.xml", ManifestOf(blocks));
            Write(package, "meta.xml", MetaOf(report));
            using (var styles = typeof(OdtFormat).Assembly.GetManifestResourceStream("odt-styles.xml")!)
            {
                Write(package, "styles.xml", XElement.Load(styles, LoadOptions.PreserveWhitespace));
            }

            Write(package, "content.xml", content);
            foreach (var (index, chart) in blocks.Charts.Index())
            {
                Write(package, $"{OdtChart.FolderOf(index + 1)}/content.xml", OdtChart.Write(chart));
            }
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancel);
    }

    private static XElement Content(Report report, OdtBlocks blocks, CancellationToken cancel)
    {
        var text = new XElement(Office + "text",
            new XElement(Text + "p", new XAttribute(Text + "style-name", "CoverTitle"), OdtBlocks.Words(report.Title)),
            OdtBlocks.Paragraph("Subtitle", report.Subtitle),
            report.Standing.Select(line => OdtBlocks.Paragraph("Aside", line)),
            report.Cover.SelectMany(blocks.Write),
            OdtContents.Write(report));
        foreach (var section in report.AllSections())
        {
            cancel.ThrowIfCancellationRequested();
            text.Add(OdtContents.Heading(section), section.Blocks.SelectMany(blocks.Write));
        }

        return Root("document-content", AutomaticStyles(blocks), new XElement(Office + "body", text));
    }

    private static XElement AutomaticStyles(OdtBlocks blocks)
    {
        const string Line = "0.02cm solid #c9ced6";
        return new XElement(Office + "automatic-styles",
            new XElement(Style + "style", Attribute("name", "CoverTitle"), Attribute("family", "paragraph"), Attribute("parent-style-name", "Title"), Attribute("master-page-name", "Cover")),
            new XElement(Style + "style", Attribute("name", "ContentsTitle"), Attribute("family", "paragraph"), Attribute("parent-style-name", "Contents_20_Heading"), Attribute("master-page-name", "Standard")),
            TableStyle("Bilan", mayBreak: true), TableStyle("BilanShort", mayBreak: false),
            blocks.Shares.Select(share => new XElement(Style + "style", Attribute("name", OdtBlocks.ColumnStyle(share)), Attribute("family", "table-column"),
                new XElement(Style + "table-column-properties", Attribute("rel-column-width", $"{share}*")))),
            new XElement(Style + "style", Attribute("name", "BilanRow"), Attribute("family", "table-row"),
                new XElement(Style + "table-row-properties", new XAttribute(Fo + "keep-together", "always"))),
            new XElement(Style + "style", Attribute("name", "BilanHeader"), Attribute("family", "table-cell"),
                new XElement(Style + "table-cell-properties", new XAttribute(Fo + "border", Line), new XAttribute(Fo + "padding", "0.12cm"), new XAttribute(Fo + "background-color", "#f4f5f7"))),
            new XElement(Style + "style", Attribute("name", "BilanCell"), Attribute("family", "table-cell"),
                new XElement(Style + "table-cell-properties", new XAttribute(Fo + "border", Line), new XAttribute(Fo + "padding", "0.12cm"))));

        static XAttribute Attribute(string name, string value) => new(Style + name, value);
        static XElement TableStyle(string name, bool mayBreak) => new(Style + "style", Attribute("name", name), Attribute("family", "table"),
            new XElement(Style + "table-properties",
                Attribute("width", "17cm"), new XAttribute(Table + "align", "margins"), new XAttribute(Table + "border-model", "collapsing"), Attribute("may-break-between-rows", mayBreak ? "true" : "false")));
    }

    private static XElement MetaOf(Report report) => Root("document-meta", new XElement(Office + "meta",
        new XElement(Meta + "generator", "Seminar"),
        new XElement(Dublin + "title", report.Title),
        new XElement(Dublin + "subject", report.Subtitle),
        new XElement(Dublin + "language", "fr-FR")));

    private static XElement ManifestOf(OdtBlocks blocks)
    {
        return new XElement(Manifest + "manifest", Prefix("manifest", Manifest), new XAttribute(Manifest + "version", Odf.Version),
            Entry("/", Type, Odf.Version), Entry("content.xml", "text/xml"), Entry("styles.xml", "text/xml"), Entry("meta.xml", "text/xml"),
            blocks.Charts.Select((_, index) => new[]
            {
                Entry(OdtChart.FolderOf(index + 1) + "/", OdtChart.MediaType, Odf.Version), Entry(OdtChart.FolderOf(index + 1) + "/content.xml", "text/xml"),
            }));

        static XElement Entry(string path, string type, string? version = null) => new(Manifest + "file-entry",
            new XAttribute(Manifest + "full-path", path), version is null ? null : new XAttribute(Manifest + "version", version), new XAttribute(Manifest + "media-type", type));
    }

    private static void Write(ZipArchive package, string path, XElement content)
    {
        using var part = new MemoryStream();
        using (var writer = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            content.Save(writer);
        }

        Write(package, path, part.ToArray(), CompressionLevel.Optimal);
    }

    private static void Write(ZipArchive package, string path, byte[] content, CompressionLevel level)
    {
        using var entry = package.CreateEntry(path, level).Open();
        entry.Write(content);
    }
}
