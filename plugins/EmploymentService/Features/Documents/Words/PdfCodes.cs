using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>
/// Counts the codes that a font's table of characters enumerates: « from 0 to 4,294,967,295 » takes thirty letters to write, and the
/// library writes out each one.
/// </summary>
internal static partial class PdfCodes
{
    private const string Begin = "beginbfrange";
    private const string End = "endbfrange";

    public static long CountIn(ReadOnlySpan<byte> stream)
    {
        if (stream.IndexOf("beginbfrange"u8) < 0)
        {
            return 0;
        }

        // What a remark hides, and what only seems to be a remark: whichever says more is believed.
        var text = Encoding.Latin1.GetString(stream);
        return Math.Max(Count(text), Count(Remark().Replace(text, " ")));
    }

    /// <summary>Of each range: first code, last code, and a letter from which to count; or a list of letters, which ends by itself.</summary>
    private static long Count(string text)
    {
        var codes = 0L;
        var isWithin = false;
        var range = new List<string>(3);
        for (var token = Token().Match(text); token.Success; token = token.NextMatch())
        {
            if (token.Value is Begin or End)
            {
                isWithin = token.Value == Begin;
                range.Clear();
            }
            else if (isWithin && token.Value == "]")
            {
                range.Clear();
            }
            else if (isWithin && range.Count < 3)
            {
                range.Add(token.Value);
                if (range.Count == 3 && token.Value != "[")
                {
                    codes += Math.Max(0, Number(range[1]) - Number(range[0])) + 1;
                    range.Clear();
                }
            }
        }

        return codes;
    }

    /// <summary>Eight digits at most; more is more than anyone may count.</summary>
    private static long Number(string digits)
    {
        var plain = string.Concat(digits.Where(char.IsAsciiHexDigit));
        return plain.Length == 0 ? 0 : plain.Length > 8 ? uint.MaxValue : long.Parse(plain, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"beginbfrange|endbfrange|<[^<>]*>|\[|\]")]
    private static partial Regex Token();

    [GeneratedRegex(@"%[^\r\n]*")]
    private static partial Regex Remark();
}
