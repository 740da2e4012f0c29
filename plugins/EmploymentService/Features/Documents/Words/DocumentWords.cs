using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>The words of a document, for the search; none of a picture, nor of a PDF that is one.</summary>
internal static partial class DocumentWords
{
    private const int Longest = 500_000;

    /// <summary>The words; null when the document is damaged.</summary>
    public static string? Of(DocumentKind kind, byte[] content)
    {
        var text = kind.Key switch
        {
            "txt" => DocumentKind.EncodingOf(content).GetString(content),
            "pdf" => PdfWords.Of(content, Longest),
            "png" or "jpg" => "",
            _ => OfficeWords.Of(content, Longest),
        };
        return text is null ? null : Invisible().Replace(text.Length <= Longest ? text : text[..Longest], " ");
    }

    [GeneratedRegex(@"[\p{Cc}\s]+")]
    private static partial Regex Invisible();
}
