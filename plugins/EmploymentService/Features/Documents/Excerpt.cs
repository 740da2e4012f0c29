using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>A part of an excerpt: a word that was looked for, or those around it.</summary>
public sealed record ExcerptView(string Text, bool IsFound);

/// <summary>
/// Where the words that were looked for stand in a document. The index has a function for it, whose work grows with the square of the times
/// that a word occurs: one long document would keep every search waiting. This one stops at the first.
/// </summary>
internal static partial class Excerpt
{
    private const int Before = 80;
    private const int Length = 240;

    /// <summary>None when the words are those of the title.</summary>
    public static IReadOnlyList<ExcerptView> Of(string text, IReadOnlyList<string> searched)
    {
        var folded = searched.Select(Fold).ToList();
        for (var word = SearchedWords.Word().Match(text); word.Success; word = word.NextMatch())
        {
            if (IsFound(word, folded))
            {
                return Around(text, word.Index, folded);
            }
        }

        return [];
    }

    private static List<ExcerptView> Around(string text, int index, List<string> folded)
    {
        var from = index <= Before ? 0 : text.IndexOf(' ', index - Before, Before) is var space and >= 0 ? space + 1 : index;
        var to = from + Length >= text.Length ? text.Length : text.LastIndexOf(' ', from + Length, Length) is var last && last > index ? last : from + Length;
        var parts = new List<ExcerptView>();
        var start = from;
        foreach (var word in SearchedWords.Word().Matches(text[from..to]).Where(word => IsFound(word, folded)))
        {
            parts.Add(new ExcerptView(text[start..(from + word.Index)], false));
            parts.Add(new ExcerptView(word.Value, true));
            start = from + word.Index + word.Length;
        }

        parts.Add(new ExcerptView(text[start..to], false));
        return [new ExcerptView(from > 0 ? "… " : "", false), .. parts, new ExcerptView(to < text.Length ? " …" : "", false)];
    }

    private static bool IsFound(Match word, List<string> folded) => folded.Exists(beginning => beginning.Length <= word.Length && Fold(word.ValueSpan[..beginning.Length]) == beginning);

    /// <summary>Without accents nor capitals, as the index compares.</summary>
    private static string Fold(string word) => Fold(word.AsSpan());

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, SearchedWords.LongestWord)];
        for (var index = 0; index < folded.Length; index++)
        {
            folded[index] = char.ToLowerInvariant(char.IsAscii(word[index]) ? word[index] : word[index].ToString().Normalize(NormalizationForm.FormD)[0]);
        }

        return new string(folded);
    }
}
