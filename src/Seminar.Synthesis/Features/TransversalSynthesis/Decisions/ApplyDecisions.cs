using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Decisions;

/// <summary>
/// Puts what was decided over what was found. Recomputing never undoes a decision: an accepted subject stays even when it is found no
/// more, with what is left of its items.
/// </summary>
internal static class ApplyDecisions
{
    public static IReadOnlyList<Subject> To(IReadOnlyList<Topic> found, IReadOnlyList<TopicItem> items, Decided decided)
    {
        var rank = items.Select((item, index) => (item, index)).ToDictionary(each => ItemReference.To(each.item), each => each.index);
        var byKey = found.ToDictionary(topic => topic.Key);
        var keys = found.Select(topic => topic.Key).Concat(decided.Subjects.Keys.Where(key => !byKey.ContainsKey(key)).Order(StringComparer.Ordinal)).ToList();
        var homes = keys.ToDictionary(key => key, key => Home(key, decided));
        var guests = keys.Where(key => homes[key] != key).ToLookup(key => homes[key]);
        return [.. keys.Where(key => homes[key] == key).Select(key => Subject(key)).Where(subject => subject.Topic.Items.Count > 0 || subject.State == SubjectState.Accepted)
            .OrderByDescending(subject => subject.Topic.Themes.Count).ThenByDescending(subject => subject.Topic.Items.Count).ThenBy(subject => subject.Topic.Key, StringComparer.Ordinal)];

        Subject Subject(string key)
        {
            var decision = decided.Subjects.GetValueOrDefault(key);
            var references = guests[key].Append(key).SelectMany(Own).ToHashSet();
            Place(references, decided.Placed[key]);
            var present = references.Where(rank.ContainsKey).OrderBy(reference => rank[reference]).Select(reference => items[rank[reference]]).ToList();
            var self = byKey.GetValueOrDefault(key);
            var seen = decided.Seen[key].ToDictionary(each => each.Item, each => each.Text);
            return new Subject(
                new Topic(key, decision?.Label ?? self?.Label ?? key, present, self?.Confidence ?? 1, self?.Words ?? []),
                self?.Label, decision?.State ?? SubjectState.Proposed, decision?.Version ?? 0,
                decision is null ? [] : [.. present.Where(item => !seen.ContainsKey(ItemReference.To(item)))],
                [.. seen.Where(each => !references.Contains(each.Key) || !rank.ContainsKey(each.Key)).Select(each => each.Value)],
                [.. guests[key].Select(guest => (guest, decided.Subjects.GetValueOrDefault(guest)?.Label ?? byKey.GetValueOrDefault(guest)?.Label ?? guest))]);
        }

        IEnumerable<ItemReference> Own(string key)
        {
            var references = (byKey.TryGetValue(key, out var topic) ? topic.Items.Select(ItemReference.To) : decided.Seen[key].Select(each => each.Item)).ToHashSet();
            Place(references, decided.Placed[key]);
            return references;
        }
    }

    private static void Place(HashSet<ItemReference> references, IEnumerable<(ItemReference Item, bool IsIn)> placed)
    {
        foreach (var (item, isIn) in placed)
        {
            _ = isIn ? references.Add(item) : references.Remove(item);
        }
    }

    // Follows the merges. A decision never closes a circle; should data do, it is cut rather than followed for ever.
    private static string Home(string key, Decided decided)
    {
        const int Deepest = 20;
        var home = key;
        for (var depth = 0; depth < Deepest && decided.Subjects.GetValueOrDefault(home)?.MergedInto is { } next; depth++)
        {
            home = next;
        }

        return home;
    }
}
