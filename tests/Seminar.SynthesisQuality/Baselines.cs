using Seminar.Topics.Detection;
using Seminar.Topics.Language;

namespace Seminar.SynthesisQuality;

/// <summary>What one gets without the method: to compare with, in the same run.</summary>
internal static class Baselines
{
    /// <summary>Every stem that two themes or more use is a topic.</summary>
    public static IReadOnlyList<Proposed> SingleStems(IReadOnlyList<TopicItem> items) =>
        [.. items.SelectMany(item => Stems(item).Distinct().Select(stem => (Stem: stem, Item: item)))
            .GroupBy(each => each.Stem)
            .Where(group => group.Select(each => each.Item.Theme).Distinct().Skip(1).Any())
            .Select(group => new Proposed(group.Key, group.Select(each => Reference.Identity(each.Item)).ToHashSet()))];

    /// <summary>k-means on TF-IDF vectors, cosine; always the same, since the first centres are spread over the items in order.</summary>
    public static IReadOnlyList<Proposed> KMeans(IReadOnlyList<TopicItem> items, int clusters)
    {
        var stems = items.Select(item => Stems(item).ToList()).ToList();
        var rarity = stems.SelectMany(each => each.Distinct()).GroupBy(stem => stem).ToDictionary(group => group.Key, group => Math.Log((double)items.Count / group.Count()));
        var vectors = stems.Select(each => Unit(each.GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count() * rarity[group.Key]))).ToList();
        var centres = Enumerable.Range(0, clusters).Select(index => vectors[index * items.Count / clusters]).ToList();
        var home = new int[items.Count];
        for (var round = 0; round < 50; round++)
        {
            for (var item = 0; item < items.Count; item++)
            {
                home[item] = Enumerable.Range(0, clusters).MaxBy(centre => Product(vectors[item], centres[centre]));
            }

            centres = [.. Enumerable.Range(0, clusters).Select(centre => Mean(vectors.Where((_, item) => home[item] == centre)) ?? centres[centre])];
        }

        return [.. home.Select((centre, item) => (centre, item)).GroupBy(each => each.centre)
            .Select(group => new Proposed($"groupe {group.Key}", group.Select(each => Reference.Identity(items[each.item])).ToHashSet()))];
    }

    private static IEnumerable<string> Stems(TopicItem item) => FrenchReader.Read(item.Item.Text).Select(word => word.Stem);

    private static Dictionary<string, double>? Mean(IEnumerable<Dictionary<string, double>> vectors)
    {
        var sum = new Dictionary<string, double>();
        foreach (var (stem, weight) in vectors.SelectMany(vector => vector))
        {
            sum[stem] = sum.GetValueOrDefault(stem) + weight;
        }

        return sum.Count == 0 ? null : Unit(sum);
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return length == 0 ? vector : vector.ToDictionary(each => each.Key, each => each.Value / length);
    }

    private static double Product(Dictionary<string, double> first, Dictionary<string, double> second) =>
        first.Sum(each => second.TryGetValue(each.Key, out var weight) ? each.Value * weight : 0);
}
