using Seminar.Topics.Language;

namespace Seminar.Topics.Lexicons;

/// <summary>What is known beforehand of a field: its topics, each with the words that tell it.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, List<(int Topic, Cue Cue)>> _byStem = [];
    private readonly List<(string Beginning, int Topic, Cue Cue)> _byBeginning = [];
    private readonly HashSet<string> _stems = [];

    /// <summary>Compiles topics. Topics of the same label are one: a theme can so add words to what the house knows.</summary>
    /// <param name="topics">Labels with their cues.</param>
    public Lexicon(IReadOnlyList<LexiconEntry> topics)
    {
        var labels = new List<string>();
        foreach (var entry in topics)
        {
            var index = labels.FindIndex(label => string.Equals(label, entry.Label, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                index = labels.Count;
                labels.Add(entry.Label);
            }

            foreach (var cue in entry.Cues.Select(CueParser.Parse))
            {
                Index(index, cue);
            }
        }

        Labels = labels;
        Counterparts = topics.Where(entry => entry.Counterpart is not null).GroupBy(entry => entry.Label).ToDictionary(group => group.Key, group => group.First().Counterpart!);
    }

    /// <summary>The topics, by their index.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>From the label of what works to the label of what resists, where they are two topics.</summary>
    public IReadOnlyDictionary<string, string> Counterparts { get; }

    /// <summary>The labels of the topics that a sentence speaks of, wherever it may stand.</summary>
    public IEnumerable<string> LabelsIn(string sentence) => TopicsOf(FrenchReader.Read(sentence), [], CuePlace.Anywhere).Select(topic => Labels[topic.Topic]);

    /// <summary>Whether this word is enough to tell a topic.</summary>
    internal bool Knows(Word word) => _stems.Contains(word.Stem) || _byBeginning.Exists(each => each.Cue.Parts.Count == 1 && word.Plain.StartsWith(each.Beginning, StringComparison.Ordinal));

    /// <summary>The topics that a text speaks of, with how surely.</summary>
    /// <param name="words">The text.</param>
    /// <param name="above">The title that it stands under.</param>
    /// <param name="place">Where it stands.</param>
    internal IReadOnlyList<(int Topic, double Weight)> TopicsOf(IReadOnlyList<Word> words, IReadOnlyList<Word> above, CuePlace place)
    {
        var own = Weigh(words, place);
        if (own.Values.All(weight => weight >= Sure))
        {
            return [.. own.Select(each => (each.Key, each.Value)).OrderBy(each => each.Key)];
        }

        var title = Weigh(above, place);
        return [.. own
            .Select(each => (each.Key, Weight: each.Value >= Sure || title.GetValueOrDefault(each.Key) < Sure ? each.Value : each.Value + Hint))
            .Where(each => each.Weight >= Sure).OrderBy(each => each.Key)];
    }

    private const double Sure = 1;
    private const double Hint = 0.5;

    private Dictionary<int, double> Weigh(IReadOnlyList<Word> words, CuePlace place)
    {
        var weights = new Dictionary<int, double>();
        var seen = new HashSet<Cue>(ReferenceEqualityComparer.Instance);
        foreach (var word in words)
        {
            foreach (var (topic, cue) in Candidates(word))
            {
                if (seen.Add(cue) && cue.IsIn(words, place))
                {
                    weights[topic] = weights.GetValueOrDefault(topic) + (cue.IsHint ? Hint : Sure);
                }
            }
        }

        return weights;
    }

    private IEnumerable<(int Topic, Cue Cue)> Candidates(Word word)
    {
        if (_byStem.TryGetValue(word.Stem, out var cues))
        {
            foreach (var each in cues)
            {
                yield return each;
            }
        }

        foreach (var (beginning, topic, cue) in _byBeginning)
        {
            if (word.Plain.StartsWith(beginning, StringComparison.Ordinal))
            {
                yield return (topic, cue);
            }
        }
    }

    // A cue is looked at when the first word of its first part is met.
    private void Index(int topic, Cue cue)
    {
        if (cue is { Parts: [var only], Place: CuePlace.Anywhere, IsHint: false })
        {
            _stems.UnionWith(only.Choices.Select(choice => choice.Words).Where(words => words is [{ IsBeginning: false }]).Select(words => words[0].Text));
        }

        foreach (var word in cue.Parts[0].Choices.Select(choice => choice.Words[0]).Distinct())
        {
            if (word.IsBeginning)
            {
                _byBeginning.Add((word.Text, topic, cue));
            }
            else
            {
                (_byStem.TryGetValue(word.Text, out var cues) ? cues : _byStem[word.Text] = []).Add((topic, cue));
            }
        }
    }
}

/// <summary>A topic of a lexicon.</summary>
/// <param name="Label">As a person would write it.</param>
/// <param name="Cues">What tells it; written as the head of <c>topics.txt</c> says.</param>
/// <param name="Counterpart">Label of the topic that tells the other side of it, or null.</param>
public sealed record LexiconEntry(string Label, IReadOnlyList<string> Cues, string? Counterpart = null);
