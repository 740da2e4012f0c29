using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Contracts.Reference;

/// <summary>Finds the places that a text names, such as « Mission Locale du Tarn-et-Garonne ».</summary>
public static class PlaceNames
{
    /// <summary>The départements that a text names. Longest names first, each taken out once found: « Tarn et Garonne » does not
    /// name the Tarn.</summary>
    /// <param name="text">The text; case, accents and hyphens for spaces are forgiven.</param>
    /// <param name="departements">Names by code, among which to look.</param>
    /// <returns>The codes, the longest name first.</returns>
    public static IReadOnlyList<string> DepartementsIn(string text, IReadOnlyDictionary<string, string> departements)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(departements);
        var rest = Plain(text);
        var named = new List<string>();
        foreach (var (code, name) in departements.OrderByDescending(departement => departement.Value.Length))
        {
            var without = Regex.Replace(rest, WholeName(name), " ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (without != rest)
            {
                named.Add(code);
                rest = without;
            }
        }

        return named;
    }

    /// <summary>A text without accents, with straight apostrophes: for comparing, not for showing.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The plain text.</returns>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .Normalize(NormalizationForm.FormC).Replace('\u2019', '\'');
    }

    // A name may be written with spaces for hyphens; one that a hyphen continues is another name.
    private static string WholeName(string name) =>
        $@"(?<![\p{{L}}\p{{N}}-]){string.Join(@"[-\s]", Plain(name).Split('-', ' ').Select(Regex.Escape))}(?![\p{{L}}\p{{N}}-])";
}
