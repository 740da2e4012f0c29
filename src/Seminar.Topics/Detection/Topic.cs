namespace Seminar.Topics.Detection;

/// <summary>A subject that comes back, or an axis that proposals share.</summary>
/// <param name="Key">Stays the same as long as it is the same subject: what was decided about it hangs on this.</param>
/// <param name="Label">As a person would write it.</param>
/// <param name="Items">The notes and proposals that speak of it, theme by theme.</param>
/// <param name="Confidence">From 0 to 1: how many signs attach its items to it, on average; a word of the lexicon counts as two.</param>
/// <param name="Words">The families of words that made it, when no lexicon knew it; else empty.</param>
public sealed record Topic(string Key, string Label, IReadOnlyList<TopicItem> Items, double Confidence, IReadOnlyList<string> Words)
{
    private readonly TopicCounts _counts = TopicCounts.Of(Items);

    /// <summary>Keys of the themes where it comes up, in their order.</summary>
    public IReadOnlyList<string> Themes => _counts.Themes;

    /// <summary>Its notes among réussites and forces.</summary>
    public int Assets => _counts.Assets;

    /// <summary>Its notes among freins and obstacles.</summary>
    public int Difficulties => _counts.Difficulties;

    /// <summary>Its proposals.</summary>
    public int Proposals => Items.Count - Assets - Difficulties;

    /// <summary>How many themes propose something on it.</summary>
    internal int ThemesThatPropose => _counts.ThemesThatPropose;

    /// <summary>Whether the lexicon knows it; else it was found in the texts alone.</summary>
    public bool IsKnown => Words.Count == 0;

    /// <summary>Which way it leans.</summary>
    public Polarity Polarity => PolarityOf(Assets, Difficulties);

    /// <summary>From two notes in three on, one side gives the polarity.</summary>
    public static Polarity PolarityOf(int assets, int difficulties) =>
        assets + difficulties == 0 ? Polarity.None
        : 3 * assets >= 2 * (assets + difficulties) ? Polarity.Asset
        : 3 * difficulties >= 2 * (assets + difficulties) ? Polarity.Difficulty
        : Polarity.Mixed;
}

/// <summary>What is counted of a topic, in one pass: its items come theme by theme.</summary>
internal sealed record TopicCounts(IReadOnlyList<string> Themes, int Assets, int Difficulties, int ThemesThatPropose)
{
    public static TopicCounts Of(IReadOnlyList<TopicItem> items)
    {
        var themes = new List<string>();
        var (assets, difficulties, proposing, lastProposing) = (0, 0, 0, "");
        foreach (var item in items)
        {
            if (themes.Count == 0 || (themes[^1] != item.Theme && !themes.Contains(item.Theme)))
            {
                themes.Add(item.Theme);
            }

            if (item.IsAsset)
            {
                assets++;
            }
            else if (item.IsDifficulty)
            {
                difficulties++;
            }
            else if (lastProposing != item.Theme)
            {
                (proposing, lastProposing) = (proposing + 1, item.Theme);
            }
        }

        return new TopicCounts(themes, assets, difficulties, proposing);
    }
}

/// <summary>Which way a topic leans.</summary>
public enum Polarity
{
    /// <summary>No note, only proposals.</summary>
    None,

    /// <summary>Réussites and forces.</summary>
    Asset,

    /// <summary>Freins and obstacles.</summary>
    Difficulty,

    /// <summary>Both.</summary>
    Mixed,
}

/// <summary>What works facing what resists, on one subject.</summary>
/// <param name="Key">Key of the topic.</param>
/// <param name="Plus">What works.</param>
/// <param name="Minus">What resists.</param>
public sealed record TopicPair(string Key, PairSide Plus, PairSide Minus);

/// <summary>One side of a pair.</summary>
/// <param name="Label">Label of its topic.</param>
/// <param name="Items">The notes behind.</param>
public sealed record PairSide(string Label, IReadOnlyList<TopicItem> Items);

/// <summary>All that was found.</summary>
/// <param name="Topics">The most shared first.</param>
/// <param name="Pairs">The fullest first.</param>
/// <param name="Axes">The most shared first.</param>
/// <param name="Items">All that was looked at, theme by theme.</param>
public sealed record Findings(IReadOnlyList<Topic> Topics, IReadOnlyList<TopicPair> Pairs, IReadOnlyList<Topic> Axes, IReadOnlyList<TopicItem> Items);
