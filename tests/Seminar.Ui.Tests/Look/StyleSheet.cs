using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Ui.Tests.Look;

/// <summary>The style sheet, and the tokens that it sets in light and in dark.</summary>
internal static partial class StyleSheet
{
    public static string Text { get; } = Resources.Read("seminar.css");

    public static int Bytes => Encoding.UTF8.GetByteCount(Text);

    private static Dictionary<string, string> Light { get; } = TokensOf(Text[..Text.IndexOf("@media screen and (prefers-color-scheme: dark)", StringComparison.Ordinal)]);

    private static Dictionary<string, string> Dark { get; } = TokensOf(DarkBlock().Match(Text).Value);

    /// <summary>A colour token; what dark does not set again is as in light.</summary>
    public static Colour Token(string name, bool dark) => Read(Value(name, dark));

    /// <summary>The colour of a theme with this hue.</summary>
    public static Colour Theme(int hue, bool dark) => new(Number("theme-lightness", dark), Number("theme-chroma", dark), hue);

    /// <summary>The soft ground of a theme with this hue.</summary>
    public static Colour ThemeSoft(int hue, bool dark) => new(Number("soft-lightness", dark), Number("soft-chroma", dark), hue);

    private static double Number(string name, bool dark) => double.Parse(Value(name, dark), CultureInfo.InvariantCulture);

    private static string Value(string name, bool dark) => dark && Dark.TryGetValue(name, out var value) ? value : Light[name];

    private static Colour Read(string oklch)
    {
        var parts = oklch.Replace("oklch(", "", StringComparison.Ordinal).TrimEnd(')').Split(' ')
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Colour(parts[0], parts[1], parts[2]);
    }

    private static Dictionary<string, string> TokensOf(string css) =>
        Token().Matches(css).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value);

    [GeneratedRegex(@"--([\w-]+): ([^;]+);")]
    private static partial Regex Token();

    [GeneratedRegex(@"@media screen and \(prefers-color-scheme: dark\) \{.*?\n  \}", RegexOptions.Singleline)]
    private static partial Regex DarkBlock();
}
