using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>
/// What is typed into the search, as the index wants it. A theme has no French stems: the beginning of a word is looked for, without a final
/// s or x, so that « emplois » finds « emploi », but « travaux » does not find « travail ».
/// </summary>
internal static partial class SearchedWords
{
    public const int LongestWord = 50;

    private const int MostWords = 10;
    private const int ShortestPlural = 4;

    /// <summary>The beginnings that are looked for; none when nothing of what was typed is a word.</summary>
    public static IReadOnlyList<string> Of(string? typed)
    {
        var words = Word().Matches((typed ?? "").Normalize(NormalizationForm.FormC)).Select(word => word.Length > LongestWord ? word.Value[..LongestWord] : word.Value).ToList();
        // « l’emploi »: one letter alone is looked for only when there is nothing else.
        var telling = words.Where(word => word.Length > 1).ToList();
        return [.. (telling.Count == 0 ? words : telling).Take(MostWords).Select(Shortened)];
    }

    /// <summary>Quoted, whatever is typed is words.</summary>
    public static string Match(IEnumerable<string> words) => string.Join(' ', words.Select(word => $"\"{word}\"*"));

    private static string Shortened(string word) => word.Length >= ShortestPlural && word[^1] is 's' or 'x' or 'S' or 'X' ? word[..^1] : word;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    public static partial Regex Word();
}
