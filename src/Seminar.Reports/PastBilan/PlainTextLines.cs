using System.Text.RegularExpressions;

namespace Seminar.Reports.PastBilan;

/// <summary>Plain text: numbered headings, dashes or dots before items, tabs or bars between cells, « » around quotes.</summary>
internal static partial class PlainTextLines
{
    public static IEnumerable<Line> Read(string text)
    {
        foreach (var (index, raw) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line.All(character => character is '-' or '=' or '_' or '*' or '|' or ' '))
            {
                continue;
            }

            yield return LineOf(index + 1, line);
        }
    }

    private static Line LineOf(int number, string line)
    {
        if (Item().Match(line) is { Success: true } item)
        {
            return new Line(number, LineKind.Item, item.Groups[1].Value);
        }

        if (line.Contains('\t'))
        {
            return Line.Row(number, [.. line.Split('\t', StringSplitOptions.TrimEntries)]);
        }

        if (line.Contains('|'))
        {
            return Line.Row(number, [.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)]);
        }

        if (Numbered().Match(line) is { Success: true } numbered)
        {
            return new Line(number, LineKind.Heading, line, numbered.Groups[1].Value.Split('.', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        if (Dashed().Match(line) is { Success: true } dashed)
        {
            return new Line(number, LineKind.Heading, dashed.Groups[1].Value, 3);
        }

        // Without numbers, the words of the outline make the headings.
        return OutlineWords.SectionOf(line) is not null || OutlineWords.IsChapter(line) ? new Line(number, LineKind.Heading, line, OutlineWords.IsChapter(line) ? 1 : 2)
            : OutlineWords.AxisOf(line) is not null ? new Line(number, LineKind.Heading, line, 3)
            : line.StartsWith('«') ? new Line(number, LineKind.Quote, line)
            : new Line(number, LineKind.Text, line);
    }

    [GeneratedRegex(@"^(?:[-–—•*·▪◦]|o(?=\s))\s*(\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\d{1,2}\s*[-–—]\s+(\S.*)$")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.)\s+(?![–-])\S")]
    private static partial Regex Numbered();
}
