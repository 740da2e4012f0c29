using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Detection;

/// <summary>Strengths facing their counterparts: within one topic, or between two that the lexicon sets face to face.</summary>
internal static class TopicPairs
{
    public static IReadOnlyList<TopicPair> Of(IReadOnlyList<Topic> topics, Lexicon lexicon)
    {
        var byLabel = topics.ToDictionary(topic => topic.Label);
        var facing = lexicon.Counterparts.Values.ToHashSet();
        return [.. topics
            .Where(topic => !facing.Contains(topic.Label) || !byLabel.Keys.Any(label => lexicon.Counterparts.GetValueOrDefault(label) == topic.Label))
            .Select(topic => Pair(topic, lexicon.Counterparts.TryGetValue(topic.Label, out var label) ? byLabel.GetValueOrDefault(label) : null))
            .Where(pair => pair.Plus.Items.Count > 0 && pair.Minus.Items.Count > 0)
            .OrderByDescending(pair => Math.Min(pair.Plus.Items.Count, pair.Minus.Items.Count))
            .ThenByDescending(pair => pair.Plus.Items.Count + pair.Minus.Items.Count)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static TopicPair Pair(Topic topic, Topic? counterpart)
    {
        return new TopicPair(
            topic.Key,
            new PairSide(topic.Label, Side(topic, counterpart, item => item.IsAsset)),
            new PairSide((counterpart ?? topic).Label, Side(counterpart ?? topic, counterpart is null ? null : topic, item => item.IsDifficulty)));
    }

    // An item that both topics hold is cited once.
    private static List<TopicItem> Side(Topic first, Topic? second, Func<TopicItem, bool> belongs)
    {
        List<TopicItem> items = [.. first.Items.Where(belongs)];
        if (second is not null)
        {
            var cited = items.ToHashSet();
            items.AddRange(second.Items.Where(item => belongs(item) && !cited.Contains(item)));
        }

        return items;
    }
}
