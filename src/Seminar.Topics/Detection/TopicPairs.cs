using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Detection;

/// <summary>Strengths facing their counterparts: within one topic, or between two that the lexicon sets face to face.</summary>
public static class TopicPairs
{
    /// <summary>The pairs that have both sides, the fullest first.</summary>
    /// <param name="topics">The topics, as found or as decided: their keys count, not their labels.</param>
    /// <param name="lexicon">Says which topics face each other.</param>
    public static IReadOnlyList<TopicPair> Of(IReadOnlyList<Topic> topics, Lexicon lexicon)
    {
        var byKey = topics.ToDictionary(topic => topic.Key);
        var counterparts = lexicon.Counterparts.Where(each => byKey.ContainsKey(Slug.Of(each.Key)) && byKey.ContainsKey(Slug.Of(each.Value)))
            .ToDictionary(each => Slug.Of(each.Key), each => byKey[Slug.Of(each.Value)]);
        var facing = counterparts.Values.Select(topic => topic.Key).ToHashSet();
        return [.. topics
            .Where(topic => !facing.Contains(topic.Key))
            .Select(topic => Pair(topic, counterparts.GetValueOrDefault(topic.Key)))
            .Where(pair => pair.Plus.Items.Count > 0 && pair.Minus.Items.Count > 0)
            .OrderByDescending(pair => Math.Min(pair.Plus.Items.Count, pair.Minus.Items.Count))
            .ThenByDescending(pair => pair.Plus.Items.Count + pair.Minus.Items.Count)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static TopicPair Pair(Topic topic, Topic? counterpart) => new(
        topic.Key,
        new PairSide(topic.Label, Side(topic, counterpart, item => item.IsAsset)),
        new PairSide((counterpart ?? topic).Label, Side(counterpart ?? topic, counterpart is null ? null : topic, item => item.IsDifficulty)));

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
