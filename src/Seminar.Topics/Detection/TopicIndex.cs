using Seminar.Contracts.Workshops;
using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Detection;

/// <summary>
/// What all themes brought, each text read once: a note more costs the reading of that note. Not safe for several threads at once.
/// </summary>
/// <param name="topics">What is known to be spoken of.</param>
/// <param name="axes">What is known to be proposed.</param>
public sealed class TopicIndex(Lexicon topics, Lexicon axes)
{
    private const int FewestItems = 3;
    private const int FewestThemes = 2;
    private const int FewestProposals = 2;

    private List<Brought> _themes = [];

    /// <summary>Takes what the themes bring now, in their order. A list that was given before is not looked at again, nor a text read twice.</summary>
    public void Set(IEnumerable<(string Theme, IReadOnlyList<ContributedItem> Items)> themes)
    {
        var before = _themes.ToDictionary(theme => theme.Theme);
        _themes = [.. themes.Select(theme => before.TryGetValue(theme.Theme, out var same) && ReferenceEquals(same.Items, theme.Items)
            ? same
            : new Brought(theme.Theme, theme.Items, Read(theme.Theme, theme.Items, same?.Read ?? [])))];
    }

    /// <summary>The topics that recur, the pairs, the shared axes.</summary>
    public Findings Find()
    {
        var items = _themes.SelectMany(theme => theme.Read).ToArray();
        for (var rank = 0; rank < items.Length; rank++)
        {
            items[rank].Rank = rank;
        }

        var found = Ordered(Known(topics, items, item => item.Topics).Concat(NewTopics.Among(items, topics.Labels.Count)).Where(Recurs));
        return new Findings(found, TopicPairs.Of(found, topics), Axes(items), [.. items.Select(item => item.Source)]);
    }

    private List<ReadItem> Read(string theme, IReadOnlyList<ContributedItem> items, List<ReadItem> before)
    {
        var known = before.ToDictionary(item => item.Source.Item);
        return [.. items.Select(item => known.GetValueOrDefault(item) ?? new ReadItem(new TopicItem(theme, item), topics, axes))];
    }

    private List<Topic> Axes(ReadItem[] items)
    {
        var known = Known(axes, items, item => item.Axes).Where(IsShared).ToList();
        var left = items.Where(item => item.Source.Item.Kind == ItemKind.Proposal && item.Axes.Count == 0).ToArray();
        return Ordered(known.Concat(NewTopics.Among(left, known: 0).Where(IsShared)));
    }

    private static IEnumerable<Topic> Known(Lexicon lexicon, ReadItem[] items, Func<ReadItem, IReadOnlyList<(int Topic, double Weight)>> of)
    {
        var found = lexicon.Labels.Select(_ => (Items: new List<TopicItem>(), Confidence: new double[1])).ToArray();
        foreach (var item in items)
        {
            foreach (var (topic, weight) in of(item))
            {
                found[topic].Items.Add(item.Source);
                found[topic].Confidence[0] += 1 - Math.Pow(2, -2 * weight);
            }
        }

        return found.Select((each, index) => (each.Items, Label: lexicon.Labels[index], Confidence: each.Confidence[0] / each.Items.Count))
            .Where(each => each.Items.Count > 0)
            .Select(each => new Topic(Slug.Of(each.Label), each.Label, each.Items, each.Confidence, []));
    }

    private static bool Recurs(Topic topic) => topic.Items.Count >= FewestItems && topic.Themes.Count >= FewestThemes;

    private static bool IsShared(Topic axis) => axis.Proposals >= FewestProposals && axis.ThemesThatPropose >= FewestThemes;

    private static List<Topic> Ordered(IEnumerable<Topic> topics) =>
        [.. topics.OrderByDescending(topic => topic.Themes.Count).ThenByDescending(topic => topic.Items.Count).ThenBy(topic => topic.Key, StringComparer.Ordinal)];

    private sealed record Brought(string Theme, IReadOnlyList<ContributedItem> Items, List<ReadItem> Read);
}
