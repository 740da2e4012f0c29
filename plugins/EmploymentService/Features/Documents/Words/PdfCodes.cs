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
    public static long CountIn(ReadOnlySpan<byte> stream)
    {
        if (stream.IndexOf("begin"u8) < 0 || (stream.IndexOf("beginbfrange"u8) < 0 && stream.IndexOf("begincidrange"u8) < 0))
        {
            return 0;
        }

        var codes = 0L;
        foreach (Match range in Range().Matches(Encoding.Latin1.GetString(stream)))
        {
            codes += Math.Max(0, Number(range.Groups[2].Value) - Number(range.Groups[1].Value)) + 1;
        }

        return codes;
    }

    /// <summary>Eight digits at most; more is more than anyone may count.</summary>
    private static long Number(string digits)
    {
        var plain = string.Concat(digits.Where(char.IsAsciiHexDigit));
        return plain.Length == 0 ? 0 : plain.Length > 8 ? uint.MaxValue : long.Parse(plain, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"<([0-9A-Fa-f\s]{1,100})>\s*<([0-9A-Fa-f\s]{1,100})>\s*[<\[0-9]")]
    private static partial Regex Range();
}
