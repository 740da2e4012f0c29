using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>
/// The words of an office document, read from one end to the other and no further than needed. Remarks in the margin and what was struck
/// out are left alone: they were not meant for everyone.
/// </summary>
internal static partial class OfficeWords
{
    /// <summary>A part that unfolds beyond is left out: hundreds of pages hold a tenth of it.</summary>
    private const int LongestPart = 30 * 1024 * 1024;

    /// <summary>Between these, words are parted; other marks stand within them, where someone made half a word bold.</summary>
    private static readonly HashSet<string> Parting = ["p", "h", "tc", "tab", "br", "cr", "s", "line-break", "si", "c"];

    private static readonly HashSet<string> Unspoken = ["annotation", "tracked-changes"];

    /// <summary>The words; null when a part is damaged.</summary>
    public static string? Of(byte[] content, int longest)
    {
        var words = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        try
        {
            foreach (var part in archive.Entries.Where(part => Parts().IsMatch(part.FullName) && part.Length <= LongestPart))
            {
                using var stream = part.Open();
                using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart });
                Read(reader, words, longest);
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return words.ToString();
    }

    private static void Read(XmlReader reader, StringBuilder words, int longest)
    {
        var spoken = -1;
        reader.Read();
        while (!reader.EOF && words.Length < longest)
        {
            if (reader.NodeType is XmlNodeType.Element && Unspoken.Contains(reader.LocalName))
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && Parting.Contains(reader.LocalName) && words is [.., not ' '])
            {
                words.Append(' ');
            }

            spoken = reader.NodeType switch
            {
                XmlNodeType.Element when spoken < 0 && !reader.IsEmptyElement && IsSpoken(reader) => reader.Depth,
                XmlNodeType.EndElement when reader.Depth == spoken => -1,
                _ => spoken,
            };
            if (spoken >= 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                Take(reader, words, longest);
            }

            reader.Read();
        }
    }

    /// <summary>What holds text in each kind: runs of Word and PowerPoint, strings of Excel wherever they are kept, paragraphs of OpenDocument.</summary>
    private static bool IsSpoken(XmlReader reader) => reader.LocalName switch
    {
        "t" => true,
        "c" => reader.GetAttribute("t") == "str",
        "p" or "h" => reader.NamespaceURI == "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        _ => false,
    };

    private static void Take(XmlReader reader, StringBuilder words, int longest)
    {
        var buffer = new char[4096];
        int read;
        while (words.Length < longest && (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            words.Append(buffer, 0, read);
        }
    }

    [GeneratedRegex(@"^(word/(document|header\d*|footer\d*|footnotes|endnotes)|xl/(sharedStrings|worksheets/[^/]+)|ppt/(slides|notesSlides)/[^/]+|content|styles)\.xml$")]
    private static partial Regex Parts();
}
