using Seminar.Contracts.Workshops;
using Seminar.Topics.Language;
using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Detection;

/// <summary>A note or a proposal of a theme.</summary>
/// <param name="Theme">Key of the theme.</param>
/// <param name="Item">What was written.</param>
public sealed record TopicItem(string Theme, ContributedItem Item)
{
    /// <summary>Whether it is a réussite or a force.</summary>
    public bool IsAsset => Item.Column is Column.Success or Column.Strength;

    /// <summary>Whether it is a frein or an obstacle.</summary>
    public bool IsDifficulty => Item.Column is Column.Brake or Column.Obstacle;

    /// <summary>The same item, whatever was changed in it since.</summary>
    public bool Equals(TopicItem? other) => ReferenceEquals(this, other) || (other is not null && Item.Id == other.Item.Id && Theme == other.Theme);

    /// <inheritdoc />
    public override int GetHashCode() => Item.Id.GetHashCode(StringComparison.Ordinal);

    internal CuePlace Place => IsAsset ? CuePlace.Assets : IsDifficulty ? CuePlace.Difficulties : CuePlace.Proposals;
}

/// <summary>An item as it was read, once.</summary>
internal sealed class ReadItem
{
    public ReadItem(TopicItem source, Lexicon topics, Lexicon axes)
    {
        var above = source.Item.Title is { } title ? FrenchReader.Read(title) : [];
        Source = source;
        Words = FrenchReader.Read(source.Item.Text);
        Families = [.. Words.Where(word => !topics.Knows(word)).Select(WordFamilies.Of).OfType<int>().Distinct()];
        Topics = topics.TopicsOf(Words, above, source.Place);
        Axes = axes.TopicsOf(Words, above, source.Place);
    }

    public TopicItem Source { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>The families of its words that no topic of the lexicon is told by.</summary>
    public int[] Families { get; }

    public IReadOnlyList<(int Topic, double Weight)> Topics { get; }

    public IReadOnlyList<(int Topic, double Weight)> Axes { get; }

    /// <summary>Place among all items, theme by theme.</summary>
    public int Rank { get; set; }
}
