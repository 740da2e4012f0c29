using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Seminar.Reports.PastBilan;

/// <summary>A Word document: headings by their style or outline level, items by their numbering, rows of tables.</summary>
internal static partial class WordLines
{
    public static IReadOnlyList<Line> Read(byte[] content)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        var main = package.MainDocumentPart ?? throw new InvalidDataException();
        var styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null).DistinctBy(style => style.StyleId!.Value).ToDictionary(style => style.StyleId!.Value!);
        var number = 0;
        var lines = new List<Line>();
        foreach (var element in main.Document?.Body?.ChildElements ?? throw new InvalidDataException())
        {
            switch (element)
            {
                case Paragraph paragraph when LineOf(++number, paragraph, styles) is { } line:
                    lines.Add(line);
                    break;
                case Table table:
                    lines.AddRange(table.Elements<TableRow>().Select(row => Line.Row(++number, [.. row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(Words)))])));
                    break;
                case SdtBlock block:
                    lines.AddRange(block.Descendants<Paragraph>().Select(paragraph => LineOf(++number, paragraph, styles)).OfType<Line>());
                    break;
            }
        }

        return lines;
    }

    private static Line? LineOf(int number, Paragraph paragraph, Dictionary<string, Style> styles)
    {
        var words = Words(paragraph).Trim();
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles.GetValueOrDefault(id) : null;
        var name = style?.StyleName?.Val?.Value ?? "";
        if (words.Length == 0 || Contents().IsMatch(name))
        {
            return null;
        }

        if (Heading().Match(name) is { Success: true } heading)
        {
            return new Line(number, LineKind.Heading, words, int.Parse(heading.Groups[1].Value, CultureInfo.InvariantCulture));
        }

        if ((paragraph.ParagraphProperties?.OutlineLevel ?? style?.StyleParagraphProperties?.OutlineLevel)?.Val?.Value is { } level and < 9)
        {
            return new Line(number, LineKind.Heading, words, level + 1);
        }

        var isItem = paragraph.ParagraphProperties?.NumberingProperties is not null || style?.StyleParagraphProperties?.NumberingProperties is not null;
        return new Line(number, isItem ? LineKind.Item : words.StartsWith('«') ? LineKind.Quote : LineKind.Text, words);
    }

    // Deleted words and the instructions of fields are not what one reads.
    private static string Words(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Text text => text.Text,
        Break or CarriageReturn => "\n",
        TabChar => " ",
        _ => "",
    }));

    [GeneratedRegex(@"^(?:heading|titre) (\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:toc|tm|table of contents|caption|légende|header|footer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();
}
