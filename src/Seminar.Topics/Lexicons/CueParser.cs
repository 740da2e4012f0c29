using Seminar.Topics.Language;

namespace Seminar.Topics.Lexicons;

/// <summary>Reads the cues of a lexicon as people write them; how is told at the head of <c>topics.txt</c>.</summary>
internal static class CueParser
{
    private static readonly (string Mark, CuePlace Place)[] Places = [("(+)", CuePlace.Assets), ("(-)", CuePlace.Difficulties), ("(p)", CuePlace.Proposals)];

    /// <exception cref="FormatException">The text holds no word that carries meaning, or names an unknown list.</exception>
    public static Cue Parse(string text)
    {
        var rest = text.Trim();
        var place = CuePlace.Anywhere;
        foreach (var (mark, value) in Places.Where(each => rest.Contains(each.Mark, StringComparison.Ordinal)))
        {
            rest = rest.Replace(mark, "", StringComparison.Ordinal);
            place = value;
        }

        var isHint = rest.TrimEnd().EndsWith('?');
        var pieces = rest.TrimEnd(' ', '?').Split('!', StringSplitOptions.TrimEntries);
        return new Cue([.. pieces[0].Split('+').Select(part => Part(part, text))], [.. pieces.Skip(1).Select(part => Part(part, text))], place, isHint);
    }

    private static CuePart Part(string part, string whole)
    {
        var choices = part.Split('|', StringSplitOptions.TrimEntries).SelectMany(choice => choice.StartsWith('@') ? List(choice, whole) : [choice]);
        return new CuePart([.. choices.Select(choice => Expression(choice, whole))], SaysWhom: part.Contains('@', StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> List(string name, string whole) =>
        LexiconFile.Lists.GetValueOrDefault(name) ?? throw new FormatException($"L’indice « {whole.Trim()} » reprend une liste inconnue : « {name} ».");

    private static Expression Expression(string text, string whole)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Patterns).ToList();
        return words.Count > 0 ? new Expression(words) : throw new FormatException($"L’indice « {whole.Trim()} » ne contient aucun mot porteur de sens.");
    }

    private static IEnumerable<WordPattern> Patterns(string word) =>
        word.EndsWith('*') ? [new WordPattern(FrenchReader.Plain(word.AsSpan()[..^1]), IsBeginning: true)] : FrenchReader.Read(word).Select(each => new WordPattern(each.Stem, IsBeginning: false));
}
