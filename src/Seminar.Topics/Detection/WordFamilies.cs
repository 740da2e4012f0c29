using System.Collections.Concurrent;
using Seminar.Topics.Language;
using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Detection;

/// <summary>Words that derive from each other: vaccin, vaccination, vacciner. A family is a number, for the sake of counting fast.</summary>
internal static class WordFamilies
{
    private const int ShortestRoot = 5;
    private const int ShortestWord = 4;

    // Longest first: a word loses one ending, not two.
    private static readonly string[] Endings =
        [.. new[] { "isation", "ation", "ition", "ement", "ment", "ateur", "eur", "euse", "age", "ier", "iere", "ique", "iste", "isme", "able", "ible", "aire", "ance", "ence", "ite", "if", "ive", "er", "al" }
            .OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal)];

    private static readonly HashSet<string> Everyday = [.. LexiconFile.Lines("everyday.txt").SelectMany(FrenchReader.Read).Select(word => word.Stem)];
    private static readonly ConcurrentDictionary<string, int?> Known = [];
    private static readonly ConcurrentDictionary<string, int> Numbers = [];
    private static readonly ConcurrentDictionary<int, string> Names = [];

    /// <summary>The family of a word, or null for a word of every day, which makes no topic by itself.</summary>
    public static int? Of(Word word) => Known.GetOrAdd(word.Plain, (plain, stem) => IsEveryday(plain, stem) ? null : Number(Root(plain, stem)), word.Stem);

    /// <summary>The root that the family shares.</summary>
    public static string Name(int family) => Names[family];

    private static bool IsEveryday(string plain, string stem) => plain.Length < ShortestWord || char.IsDigit(plain[0]) || Everyday.Contains(stem);

    private static string Root(string plain, string stem)
    {
        var singular = plain.TrimEnd('s');
        var ending = Array.Find(Endings, each => singular.EndsWith(each, StringComparison.Ordinal) && singular.Length - each.Length >= ShortestRoot);
        return ending is null ? stem : singular[..^ending.Length];
    }

    private static int Number(string root)
    {
        var number = Numbers.GetOrAdd(root, _ => Interlocked.Increment(ref _last));
        Names[number] = root;
        return number;
    }

    private static int _last;
}
