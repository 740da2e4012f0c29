using System.Text.RegularExpressions;

namespace Seminar.Ui;

/// <summary>Finds the acronyms of a text, whole words only, the first time each occurs.</summary>
public static partial class GlossedText
{
    private static readonly Dictionary<string, GlossaryEntry> Known =
        Glossary.Entries.ToDictionary(entry => entry.Acronym, StringComparer.Ordinal);

    /// <summary>Cuts a text into plain parts and acronyms.</summary>
    /// <param name="text">A text as it was written.</param>
    /// <returns>The parts in order; put together they are the text with its typography fixed.</returns>
    public static IReadOnlyList<GlossedPart> Cut(string text)
    {
        var shown = Typography.Fix(text);
        var parts = new List<GlossedPart>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        foreach (Match match in Acronym().Matches(shown))
        {
            if (!Known.TryGetValue(match.Value, out var entry) || !seen.Add(match.Value))
            {
                continue;
            }

            parts.Add(new GlossedPart(shown[start..match.Index], null));
            parts.Add(new GlossedPart(match.Value, entry));
            start = match.Index + match.Length;
        }

        parts.Add(new GlossedPart(shown[start..], null));
        return parts;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{N}])")]
    private static partial Regex Acronym();
}

/// <summary>A part of a text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Entry">The acronym's entry, or null for plain words.</param>
public sealed record GlossedPart(string Text, GlossaryEntry? Entry);
