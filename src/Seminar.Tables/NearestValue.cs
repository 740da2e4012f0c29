using F23.StringSimilarity;
using Seminar.Contracts.Reference;

namespace Seminar.Tables;

/// <summary>The permitted value that someone most likely meant.</summary>
public static class NearestValue
{
    private const double LikelyEnough = 0.78;

    private static readonly JaroWinkler Similarity = new();

    /// <summary>Finds it.</summary>
    /// <param name="typed">What was written.</param>
    /// <param name="values">The permitted values.</param>
    /// <returns>The value, exactly meant or the nearest; null when none is near.</returns>
    public static (string? Value, bool IsExact) Of(string typed, PermittedValues values)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(values);
        var plain = Plain(typed);
        if (values.Exact.TryGetValue(plain, out var meant))
        {
            return (meant, true);
        }

        var best = values.Exact.Select(each => (each.Value, Likeness: Similarity.Similarity(plain, each.Key))).DefaultIfEmpty((Value: "", Likeness: 0)).MaxBy(each => each.Likeness);
        return best.Likeness >= LikelyEnough ? (best.Value, false) : (null, false);
    }

    /// <summary>A text as values are compared: lower case, no accents, words between single spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The plain text.</returns>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', PlaceNames.Plain(text).ToLowerInvariant().Split([' ', '-', '\'', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Permitted values by the ways they are written, made plain once: a roster asks hundreds of times.</summary>
/// <param name="values">Each value with one of the ways it is written; the first of two that are written alike wins.</param>
public sealed class PermittedValues(IEnumerable<(string Value, string Written)> values)
{
    /// <summary>The values, by what is written, made plain.</summary>
    public IReadOnlyDictionary<string, string> Exact { get; } =
        values.DistinctBy(each => NearestValue.Plain(each.Written)).ToDictionary(each => NearestValue.Plain(each.Written), each => each.Value);
}
