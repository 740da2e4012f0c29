using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>What a file is, read from its first bytes and its parts; its name says nothing.</summary>
/// <param name="Key">The end of the name under which it is served.</param>
/// <param name="MediaType">How it is served.</param>
internal sealed record DocumentKind(string Key, string MediaType)
{
    public const string Permitted = "10 Mo au plus\u00A0: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG ou texte.";

    private const string None =
        "Ce fichier n’est ni un PDF, ni un document Word, Excel, PowerPoint ou OpenDocument, ni une image PNG ou JPEG, ni un texte. C’est son contenu qui compte, pas son nom.";

    private static readonly DocumentKind Pdf = new("pdf", "application/pdf");
    private static readonly DocumentKind Png = new("png", "image/png");
    private static readonly DocumentKind Jpeg = new("jpg", "image/jpeg");
    private static readonly DocumentKind Text = new("txt", "text/plain");

    private static readonly (DocumentKind Kind, string Part)[] MicrosoftKinds =
    [
        (new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "word/document.xml"),
        (new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xl/workbook.xml"),
        (new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"), "ppt/presentation.xml"),
    ];

    private static readonly DocumentKind[] OpenDocuments =
    [
        new("odt", "application/vnd.oasis.opendocument.text"), new("ods", "application/vnd.oasis.opendocument.spreadsheet"), new("odp", "application/vnd.oasis.opendocument.presentation"),
    ];

    /// <summary>What browsers skip before they look for a page: the mark of UTF-8, spaces.</summary>
    private static readonly byte[] Blank = [0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0x0B, 0x0C];

    /// <summary>Bytes that stand for nothing in Windows-1252.</summary>
    private static readonly byte[] Unwritten = [0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D];

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static DocumentKind Of(string key) => ((DocumentKind[])[Pdf, Png, Jpeg, Text, .. MicrosoftKinds.Select(each => each.Kind), .. OpenDocuments]).First(kind => kind.Key == key);

    /// <summary>What the content is, or the sentence that says why it is refused: it is none of the permitted kinds, or hides something.</summary>
    public static (DocumentKind? Kind, string? WhyNot) Sniff(byte[] content)
    {
        var isArchive = content is [(byte)'P', (byte)'K', 3, 4, ..];
        if (isArchive && OfficeUpload.WhyRefused(content) is { } why)
        {
            return (null, why);
        }

        var kind = content switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            _ when isArchive => SniffOffice(content),
            _ => IsPlainText(content) ? Text : null,
        };
        return (kind, kind is null ? None : null);
    }

    /// <summary>How a text is written: an older Windows program wrote it when it is no UTF-8.</summary>
    public static Encoding EncodingOf(byte[] text) => Utf8.IsValid(text) ? Encoding.UTF8 : Windows;

    /// <summary>How a file of this kind is served.</summary>
    public string MediaTypeOf(byte[] content) => this == Text ? $"{MediaType}; charset={EncodingOf(content).WebName}" : MediaType;

    private static DocumentKind? SniffOffice(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        return Array.Find(MicrosoftKinds, office => archive.GetEntry(office.Part) is not null).Kind
            ?? (archive.GetEntry("content.xml") is not null && MediaTypeIn(archive) is { } type ? Array.Find(OpenDocuments, kind => kind.MediaType == type) : null);
    }

    /// <summary>What an OpenDocument file says that it is: a text, a spreadsheet or slides have the same parts.</summary>
    private static string MediaTypeIn(ZipArchive archive)
    {
        using var reader = new StreamReader(archive.GetEntry("mimetype")?.Open() ?? Stream.Null, Encoding.ASCII);
        var buffer = new char[100];
        return new string(buffer, 0, reader.ReadBlock(buffer)).Trim();
    }

    /// <summary>Text that a browser could take for a page is no plain text; nor are bytes that no text of either writing has.</summary>
    private static bool IsPlainText(ReadOnlySpan<byte> content) =>
        content.Length > 0
        && !content.ContainsAnyInRange((byte)0, (byte)8)
        && !content.TrimStart(Blank).StartsWith("<"u8)
        && (Utf8.IsValid(content) || (!content.ContainsAnyInRange((byte)0x0E, (byte)0x1F) && !content.ContainsAny(Unwritten)));
}
