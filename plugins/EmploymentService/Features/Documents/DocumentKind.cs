using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>What a file is, read from its first bytes and its parts; its name says nothing.</summary>
/// <param name="Key">The end of the name under which it is served.</param>
/// <param name="MediaType">How it is served.</param>
internal sealed record DocumentKind(string Key, string MediaType)
{
    public const string Permitted = "10 Mo au plus : PDF, Word, Excel, OpenDocument, PNG, JPEG ou texte.";

    private static readonly DocumentKind Pdf = new("pdf", "application/pdf");
    private static readonly DocumentKind Png = new("png", "image/png");
    private static readonly DocumentKind Jpeg = new("jpg", "image/jpeg");
    private static readonly DocumentKind Text = new("txt", "text/plain; charset=utf-8");
    private static readonly DocumentKind Word = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static readonly DocumentKind Excel = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static readonly DocumentKind OpenText = new("odt", "application/vnd.oasis.opendocument.text");

    private static readonly (DocumentKind Kind, string Part)[] Offices = [(Word, "word/document.xml"), (Excel, "xl/workbook.xml"), (OpenText, "content.xml")];

    public static DocumentKind Of(string key) => new[] { Pdf, Png, Jpeg, Text, Word, Excel, OpenText }.First(kind => kind.Key == key);

    /// <summary>What the content is; null when it is none of the permitted kinds, or hides something.</summary>
    public static DocumentKind? Sniff(byte[] content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'P', (byte)'K', 3, 4, ..] => SniffOffice(content),
        _ => IsPlainText(content) ? Text : null,
    };

    private static DocumentKind? SniffOffice(byte[] content)
    {
        if (OfficeUpload.WhyRefused(content) is not null)
        {
            return null;
        }

        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        var kind = Array.Find(Offices, office => archive.GetEntry(office.Part) is not null).Kind;
        return kind != OpenText || MediaTypeIn(archive) == OpenText.MediaType ? kind : null;
    }

    /// <summary>What an OpenDocument file says that it is: a text, a spreadsheet or slides have the same parts.</summary>
    private static string? MediaTypeIn(ZipArchive archive)
    {
        using var reader = new StreamReader(archive.GetEntry("mimetype")?.Open() ?? Stream.Null, Encoding.ASCII);
        return reader.ReadToEnd().Trim();
    }

    /// <summary>Text that a browser could take for a page is no plain text.</summary>
    private static bool IsPlainText(byte[] content) =>
        content.Length > 0 && Utf8.IsValid(content) && !content.AsSpan().ContainsAnyInRange((byte)0, (byte)8) && !content.AsSpan().TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8).StartsWith("<"u8);
}
