using System.Globalization;
using System.Runtime.InteropServices;

namespace Seminar.Topics.Detection;

/// <summary>
/// Topics that no lexicon knows: words, with their families, that come back in several themes. Two words whose items mostly are the
/// same make one topic.
/// </summary>
internal static class NewTopics
{
    private const int FewestItems = 3;

    // Said in more than this share of all items, a word tells nothing apart.
    private const double TooCommon = 0.15;
    private const int NeverTooCommon = 12;

    // From this share of common items on, counted on the smaller, two words speak of the same, or a known topic says it already.
    private const double Same = 0.6;

    /// <summary>Nobody reads further down the list.</summary>
    private const int MostWords = 120;

    /// <summary>A label needs no more examples than these.</summary>
    private const int Examples = 50;

    /// <param name="items">The items, theme by theme, their ranks rising.</param>
    /// <param name="known">How many known topics there are, or none to look beyond.</param>
    public static IEnumerable<Topic> Among(IReadOnlyList<ReadItem> items, int known)
    {
        var sizes = new int[known];
        if (known > 0)
        {
            foreach (var item in items)
            {
                foreach (var (topic, _) in item.Topics)
                {
                    sizes[topic]++;
                }
            }
        }

        foreach (var cluster in Merge(Candidates(items).Where(word => !IsKnown(word, sizes)).Take(MostWords)))
        {
            var members = cluster.SelectMany(word => word.Items).DistinctBy(item => item.Rank).OrderBy(item => item.Rank).ToList();
            var families = cluster.Select(word => word.Family).ToList();
            yield return new Topic(
                "mot-" + cluster[0].Name,
                Label(cluster[0].Family, cluster[0].Items.Take(Examples).ToList()),
                [.. members.Select(item => item.Source)],
                members.Average(item => 1 - Math.Pow(2, -families.Count(item.Families.Contains))),
                [.. cluster.Select(word => word.Name)]);
        }
    }

    // A known topic says it already, unless it is so large that the word tells something more precise.
    private static bool IsKnown(Candidate word, int[] sizes)
    {
        const int MuchLarger = 4;
        if (sizes.Length == 0)
        {
            return false;
        }

        var shared = new int[sizes.Length];
        foreach (var item in word.Items)
        {
            foreach (var (topic, _) in item.Topics)
            {
                shared[topic]++;
            }
        }

        return shared.Index().Any(each => each.Item >= Same * word.Items.Count && sizes[each.Index] <= MuchLarger * word.Items.Count);
    }

    private static IEnumerable<Candidate> Candidates(IReadOnlyList<ReadItem> items)
    {
        var most = Math.Max(NeverTooCommon, TooCommon * items.Count);
        var byFamily = new Dictionary<int, List<ReadItem>>();
        foreach (var item in items)
        {
            foreach (var family in item.Families)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(byFamily, family, out _) ??= []).Add(item);
            }
        }

        return byFamily
            .Where(each => each.Value.Count >= FewestItems && each.Value.Count <= most && each.Value[0].Source.Theme != each.Value[^1].Source.Theme)
            .Select(each => new Candidate(each.Key, WordFamilies.Name(each.Key), each.Value))
            .OrderByDescending(each => each.Items.Count).ThenBy(each => each.Name, StringComparer.Ordinal);
    }

    // The larger word takes in the smaller one; in a fixed order, so that the same input always gives the same topics.
    private static List<List<Candidate>> Merge(IEnumerable<Candidate> words)
    {
        var clusters = new List<List<Candidate>>();
        var homes = new Dictionary<int, List<int>>();
        foreach (var word in words)
        {
            var home = HomeOf(word, homes, clusters.Count);
            if (home == clusters.Count)
            {
                clusters.Add([]);
            }

            clusters[home].Add(word);
            foreach (var item in word.Items)
            {
                var mine = homes.TryGetValue(item.Rank, out var list) ? list : homes[item.Rank] = [];
                if (!mine.Contains(home))
                {
                    mine.Add(home);
                }
            }
        }

        return clusters;
    }

    private static int HomeOf(Candidate word, Dictionary<int, List<int>> homes, int none)
    {
        var shared = new int[none];
        foreach (var item in word.Items)
        {
            foreach (var cluster in homes.GetValueOrDefault(item.Rank) ?? [])
            {
                shared[cluster]++;
            }
        }

        var home = Array.FindIndex(shared, count => count >= Same * word.Items.Count);
        return home < 0 ? none : home;
    }

    /// <summary>The expression that most of the items share around the word, else the word as it is most often written.</summary>
    private static string Label(int family, List<ReadItem> items)
    {
        var written = items.SelectMany(item => Expressions(item, family)).GroupBy(text => text, StringComparer.OrdinalIgnoreCase).ToList();
        var best = written.Where(each => each.Key.Contains(' ', StringComparison.Ordinal) && each.Count() >= Same * items.Count)
            .Concat(written.Where(each => !each.Key.Contains(' ', StringComparison.Ordinal)).OrderByDescending(each => each.Count()).ThenBy(each => each.Key, StringComparer.Ordinal).Take(1))
            .OrderByDescending(each => each.Key.Length).ThenBy(each => each.Key, StringComparer.Ordinal).First().Key;
        return char.ToUpper(best[0], CultureInfo.GetCultureInfo("fr-FR")) + best[1..];
    }

    private static IEnumerable<string> Expressions(ReadItem item, int family)
    {
        var (words, text) = (item.Words, item.Source.Item.Text);
        for (var index = 0; index < words.Count; index++)
        {
            if (WordFamilies.Of(words[index]) != family)
            {
                continue;
            }

            yield return text[words[index].Start..words[index].End];
            if (index + 1 < words.Count)
            {
                yield return text[words[index].Start..words[index + 1].End];
            }

            if (index > 0)
            {
                yield return text[words[index - 1].Start..words[index].End];
            }
        }
    }

    private sealed record Candidate(int Family, string Name, List<ReadItem> Items);
}
