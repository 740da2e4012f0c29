using System.Globalization;
using System.Text.RegularExpressions;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Drafting;

/// <summary>What is kept of a model's answer: sentences that cite, and the items that they cite.</summary>
/// <param name="Text">The sentences, without their citation marks.</param>
/// <param name="Cited">The items, in the order of citation.</param>
/// <param name="Dropped">How many sentences were left out.</param>
internal sealed partial record DraftedText(string Text, IReadOnlyList<TopicItem> Cited, int Dropped)
{
    public const string Instruction = """
        Tu reformules des notes d'atelier en français, sobrement. On te donne des notes numérotées sur un même sujet.
        Écris une à trois phrases complètes qui disent ce que ces notes ont en commun, sans rien ajouter qui n'y soit pas, sans titre ni liste.
        Termine chaque phrase par les numéros des notes qu'elle reprend, entre crochets, avant le point : [1] [4].
        """;

    /// <summary>The notes as they are sent, and nothing else.</summary>
    public static string Notes(string label, IReadOnlyList<TopicItem> items) =>
        $"Sujet : {label}\n" + string.Join('\n', items.Select((item, index) => $"[{index + 1}] {item.Item.Text}"));

    /// <summary>Drops each sentence that cites nothing, or something that was not given.</summary>
    public static DraftedText Keep(string answer, IReadOnlyList<TopicItem> items)
    {
        var kept = new List<string>();
        var cited = new List<TopicItem>();
        var dropped = 0;
        foreach (var sentence in Sentence().Matches(answer.ReplaceLineEndings(" ")).Select(match => match.Value.Trim()).Where(text => text.Any(char.IsLetter)))
        {
            var numbers = Citation().Matches(sentence).SelectMany(match => match.Groups[1].Value.Split(','))
                .Select(number => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0).ToList();
            if (numbers.Count == 0 || numbers.Any(number => number < 1 || number > items.Count))
            {
                dropped++;
                continue;
            }

            kept.Add(Spaces().Replace(Citation().Replace(sentence, ""), " ").Replace(" .", ".", StringComparison.Ordinal).Trim());
            cited.AddRange(numbers.Select(number => items[number - 1]));
        }

        return new DraftedText(string.Join(' ', kept), [.. cited.Distinct()], dropped);
    }

    // Up to the next full stop, with the citations that some models put after it.
    [GeneratedRegex(@"[^.!?]*[.!?]?(\s*\[\d+(\s*,\s*\d+)*\])*\s*[.!?]?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\[(\d+(?:\s*,\s*\d+)*)\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
