namespace Seminar.Topics.Lexicons;

/// <summary>The lexicons of the field that the house carries; the head of <c>topics.txt</c> says how they are written.</summary>
public static class LexiconFile
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>What is spoken of.</summary>
    public static IReadOnlyList<LexiconEntry> Topics { get; } = ReadTopics("topics.txt");

    /// <summary>What is proposed to do.</summary>
    public static IReadOnlyList<LexiconEntry> Axes { get; } = ReadTopics("axes.txt");

    /// <summary>The words of a list, by its name, <c>@</c> included.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; } = Lines("lists.txt").Select(line => line.Split('=', Tidy))
        .ToDictionary(each => each[0], IReadOnlyList<string> (each) => each[1].Split('|', Tidy));

    /// <summary>The lines of an embedded file that are no comments.</summary>
    internal static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(LexiconFile).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n', Tidy).Where(line => !line.StartsWith("# ", StringComparison.Ordinal))];
    }

    private static List<LexiconEntry> ReadTopics(string file)
    {
        var entries = new List<LexiconEntry>();
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                entries.Add(new LexiconEntry(line[3..], []));
            }
            else if (line.StartsWith('↔'))
            {
                entries[^1] = entries[^1] with { Counterpart = line[1..].Trim() };
            }
            else
            {
                entries[^1] = entries[^1] with { Cues = [.. entries[^1].Cues, .. line.Split(',', Tidy)] };
            }
        }

        return entries;
    }
}
