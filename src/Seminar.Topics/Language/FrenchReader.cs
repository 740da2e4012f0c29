using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Seminar.Topics.Language;

/// <summary>A word that carries meaning.</summary>
/// <param name="Stem">What its plural, its feminine and its conjugations have in common, without accents.</param>
/// <param name="Plain">The word in lower case and without accents.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Word(string Stem, string Plain, int Start, int End);

/// <summary>Reads French with Lucene's own chain: cuts into words, drops articles, elisions and small words, stems.</summary>
public static class FrenchReader
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // « soi » is one of Lucene's small words, but « confiance en soi » is not « confiance ».
    private static readonly CharArraySet SmallWords = new(Version, FrenchAnalyzer.DefaultStopSet.Where(word => word != "soi"), ignoreCase: true);
    private static readonly Chain Shared = new();

    /// <summary>The meaningful words of a text, in order. Safe to call from several threads.</summary>
    public static IReadOnlyList<Word> Read(string text)
    {
        var words = new List<Word>();
        using var tokens = Shared.GetTokenStream("text", text);
        var stem = tokens.GetAttribute<ICharTermAttribute>();
        var place = tokens.GetAttribute<IOffsetAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            var start = place.StartOffset + text.AsSpan(place.StartOffset, place.EndOffset - place.StartOffset).LastIndexOfAny('\'', '’') + 1;
            words.Add(new Word(stem.ToString()!, Plain(text.AsSpan(start, place.EndOffset - start)), start, place.EndOffset));
        }

        tokens.End();
        return words;
    }

    /// <summary>The stems alone of the meaningful words, in order: what an index of many texts needs. Safe to call from several threads.</summary>
    public static IReadOnlyList<string> Stems(string text)
    {
        var stems = new List<string>();
        using var tokens = Shared.GetTokenStream("text", text);
        var stem = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            stems.Add(stem.ToString()!);
        }

        tokens.End();
        return stems;
    }

    /// <summary>Lower case, without accents.</summary>
    public static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }

    private sealed class Chain : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var source = new StandardTokenizer(Version, reader);
            TokenStream tokens = new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES);
            tokens = new LowerCaseFilter(Version, tokens);
            tokens = new StopFilter(Version, tokens, SmallWords);
            tokens = new FrenchLightStemFilter(tokens);
            return new TokenStreamComponents(source, new ASCIIFoldingFilter(tokens));
        }
    }
}
