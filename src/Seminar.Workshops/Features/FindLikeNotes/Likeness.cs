using Seminar.Topics.Language;

namespace Seminar.Workshops.Features.FindLikeNotes;

/// <summary>How alike two French notes are: cosine of their stems, rare ones weighing more (TF-IDF). Offline.</summary>
internal static class Likeness
{
    private const double Alike = 0.5;

    public static IEnumerable<LikeNotes> Pairs(IReadOnlyList<(Guid Id, string Text)> notes)
    {
        var stems = notes.Select(note => FrenchReader.Read(note.Text).CountBy(word => word.Stem).ToDictionary()).ToList();
        var rarity = stems.SelectMany(each => each.Keys).GroupBy(stem => stem).ToDictionary(group => group.Key, group => Math.Log(1 + ((double)notes.Count / group.Count())));
        var vectors = stems.Select(each => Normalised(each, rarity)).ToList();
        for (var first = 0; first < notes.Count; first++)
        {
            for (var second = first + 1; second < notes.Count; second++)
            {
                var likeness = Product(vectors[first], vectors[second]);
                if (likeness >= Alike)
                {
                    yield return new LikeNotes(notes[first].Id, notes[second].Id, Math.Round(likeness, 3));
                }
            }
        }
    }

    private static Dictionary<string, double> Normalised(Dictionary<string, int> stems, Dictionary<string, double> rarity)
    {
        var weights = stems.ToDictionary(each => each.Key, each => each.Value * rarity[each.Key]);
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length == 0 ? weights : weights.ToDictionary(each => each.Key, each => each.Value / length);
    }

    private static double Product(Dictionary<string, double> first, Dictionary<string, double> second) =>
        first.Sum(each => second.TryGetValue(each.Key, out var weight) ? each.Value * weight : 0);
}
