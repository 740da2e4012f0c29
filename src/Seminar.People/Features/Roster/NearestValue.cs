using F23.StringSimilarity;
using Seminar.Contracts.Reference;

namespace Seminar.People.Features.Roster;

/// <summary>The permitted value that someone most likely meant.</summary>
internal static class NearestValue
{
    private const double LikelyEnough = 0.78;

    private static readonly JaroWinkler Similarity = new();

    /// <param name="typed">What was written.</param>
    /// <param name="values">The permitted values with the ways they are written.</param>
    /// <returns>The value, exactly meant or the nearest; null when none is near.</returns>
    public static (string? Value, bool IsExact) Of(string typed, IEnumerable<(string Value, string Written)> values)
    {
        var plain = Plain(typed);
        var best = values.Select(each => (each.Value, Likeness: Plain(each.Written) is var written && written == plain ? 2 : Similarity.Similarity(plain, written)))
            .DefaultIfEmpty((Value: "", Likeness: 0)).MaxBy(each => each.Likeness);
        return best.Likeness >= LikelyEnough ? (best.Value, best.Likeness > 1) : (null, false);
    }

    public static string Plain(string text) =>
        string.Join(' ', PlaceNames.Plain(text).ToLowerInvariant().Split([' ', '-', '\'', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries));
}
