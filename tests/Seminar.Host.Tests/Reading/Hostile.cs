using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Seminar.Host.Tests.Reading;

/// <summary>Small files that would take their reader minutes, gigabytes or its process.</summary>
internal static class Hostile
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Two lines, in a sheet that says that it is as wide and as long as sheets can be.</summary>
    public static byte[] WideWorkbook() => Workbook($"""<dimension ref="A1:XFD1048576"/><sheetData>{Row(1, "A", "Texte")}{Row(2, "A", "note")}{Row(1_048_576, "A", "fin")}</sheetData>""");

    /// <summary>One cell in a column that no sheet has.</summary>
    public static byte[] FarColumn() => Workbook($"<sheetData>{Row(1, "ZZZZZZ", "Texte")}{Row(2, "A", "note")}</sheetData>");

    /// <summary>A cell as long as a library.</summary>
    public static byte[] LongCell(params string[] titles) => Workbook(
        $"<sheetData><row r=\"1\">{string.Concat(titles.Index().Select(title => Cell((char)('A' + title.Index), 1, title.Item)))}</row>{Row(2, "A", new string('A', 90_000_000))}</sheetData>");

    public static byte[] DeepDocument(int depth) => Office("word/document.xml", "officeDocument", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Repeat("<w:sdt><w:sdtContent>", depth)}<w:p/>{Repeat("</w:sdtContent></w:sdt>", depth)}</w:body></w:document>""");

    /// <summary>A page that stands under nodes under nodes.</summary>
    public static byte[] DeepPdf(int depth) => Pdf(
        [.. Enumerable.Range(2, depth).Select(node => $"<< /Type /Pages /Kids [{node + 1} 0 R] /Count 1 {(node > 2 ? $"/Parent {node - 1} 0 R" : "")} >>"),
        $"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 600 800] >>"]);

    /// <summary>Two nodes that stand under each other.</summary>
    public static byte[] CircularPdf() => Pdf(["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]);

    /// <summary>A form that draws itself.</summary>
    public static byte[] SelfDrawingPdf() => Pdf(
        ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/F Do\nendstream",
        "<< /Length 5 /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> >>\nstream\n/F Do\nendstream"]);

    private static string Row(int number, string column, string text) => $"""<row r="{number}">{Cell(column, number, text)}</row>""";

    private static string Cell(object column, int row, string text) => $"""<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Workbook(string sheet) => Office(
        "xl/workbook.xml", "officeDocument", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><sheets><sheet name="Ateliers" sheetId="1" r:id="r1"/></sheets></workbook>""",
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Spreadsheet}">{sheet}</worksheet>"""));

    private static byte[] Office(string main, string kind, string type, string content, params (string Name, string Content)[] others)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            (string Name, string Content)[] parts =
            [
                ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{type}"/></Types>"""),
                ("_rels/.rels", Relation(kind, main)), (main, content), .. others,
            ];
            foreach (var part in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part.Name, CompressionLevel.Fastest).Open());
                writer.Write(part.Content);
            }
        }

        return stream.ToArray();
    }

    private static string Relation(string kind, string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/{kind}" Target="{target}"/></Relationships>""";

    private static byte[] Pdf(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Count + 2}\n0000000000 65535 f \n");
        foreach (var (index, content) in objects.Prepend("<< /Type /Catalog /Pages 2 0 R >>").Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        return Encoding.ASCII.GetBytes($"{file}{table}trailer\n<< /Size {objects.Count + 2} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
    }
}
