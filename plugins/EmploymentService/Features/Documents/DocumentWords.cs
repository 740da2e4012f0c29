using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>The words of a document, for the search; none of a picture, nor of a PDF that is one.</summary>
internal static partial class DocumentWords
{
    private const int Longest = 500_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static string Of(DocumentKind kind, byte[] content)
    {
        var text = kind.Key switch
        {
            "txt" => Encoding.UTF8.GetString(content),
            "pdf" => OfPdf(content),
            "docx" => OfPart(content, "word/document.xml"),
            "xlsx" => OfPart(content, "xl/sharedStrings.xml"),
            "odt" => OfPart(content, "content.xml"),
            _ => "",
        };
        return text.Length <= Longest ? text : text[..Longest];
    }

    /// <summary>A paragraph, a cell, a tabulation part words; other marks stand within them, where someone made half a word bold.</summary>
    private static string OfPart(byte[] content, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        using var reader = new StreamReader(archive.GetEntry(part)?.Open() ?? Stream.Null, Encoding.UTF8);
        return WebUtility.HtmlDecode(Mark().Replace(Parting().Replace(reader.ReadToEnd(), " "), ""));
    }

    /// <summary>Page by page, as long as it takes a reasonable time. A PDF that cannot be read is kept all the same: its title finds it.</summary>
    private static string OfPdf(byte[] content)
    {
        var words = new StringBuilder();
        var watch = Stopwatch.StartNew();
        try
        {
            using var document = PdfDocument.Open(content);
            foreach (var page in document.GetPages().TakeWhile(_ => watch.Elapsed < Patience && words.Length < Longest))
            {
                words.AppendJoin(' ', page.GetWords().Select(word => word.Text)).Append(' ');
            }
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Damaged or locked by a password: what was read so far is what there is.
        }

        return words.ToString();
    }

    [GeneratedRegex("</(?:w:p|w:tc|text:p|text:h|si)>|<(?:w:tab|w:br|w:cr|text:s|text:tab|text:line-break)\\b[^>]*>")]
    private static partial Regex Parting();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
}
