using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Synthesis.Features.TransversalSynthesis.Written;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The synthesis for programs: <c>GET /api/synthesis</c> and <c>synthesis --format json</c>.</summary>
/// <param name="Partial">Whether a theme is missing.</param>
/// <param name="Missing">Which, and why.</param>
/// <param name="Themes">Keys of the themes that answered.</param>
/// <param name="Topics">What recurs, the most shared first.</param>
/// <param name="Pairs">What works facing what resists.</param>
/// <param name="Axes">What is proposed in common.</param>
/// <param name="Written">The sentences that a person wrote.</param>
public sealed record SynthesisDocument(
    bool Partial, IReadOnlyList<SynthesisDocument.Gap> Missing, IReadOnlyList<string> Themes,
    IReadOnlyList<SynthesisDocument.TopicPart> Topics, IReadOnlyList<SynthesisDocument.PairPart> Pairs, IReadOnlyList<SynthesisDocument.AxisPart> Axes,
    SynthesisDocument.WrittenPart Written)
{
    /// <summary>Accents as they are, names as in the seed format.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A theme that is missing.</summary>
    public sealed record Gap(string Theme, string Reason);

    /// <summary>A topic. Polarity: <c>asset</c>, <c>difficulty</c>, <c>mixed</c> or <c>none</c>; state: <c>proposed</c> or <c>accepted</c>.</summary>
    public sealed record TopicPart(string Key, string Label, string Polarity, IReadOnlyList<string> Themes, double Confidence, string State, IReadOnlyList<ItemPart> Items);

    /// <summary>A pair.</summary>
    public sealed record PairPart(string Key, SidePart Plus, SidePart Minus);

    /// <summary>A side of a pair.</summary>
    public sealed record SidePart(string Label, IReadOnlyList<ItemPart> Items);

    /// <summary>A shared axis.</summary>
    public sealed record AxisPart(string Key, string Title, IReadOnlyList<string> Themes, string State, IReadOnlyList<ItemPart> Items);

    /// <summary>A note, with its column and its heading, or a proposal, with its axis; the text is that of the workshop's JSON.</summary>
    public sealed record ItemPart(string Theme, ItemKind Kind, Column? Column, string? Heading, string? Axis, string Text);

    /// <summary>What a person wrote.</summary>
    public sealed record WrittenPart(IReadOnlyList<RowPart> Rows, IReadOnlyList<SentencePart> Axes);

    /// <summary>A row of the ++ / −− table.</summary>
    public sealed record RowPart(SentencePart Plus, SentencePart Minus);

    /// <summary>A sentence with its evidence; empty: it rests on nothing.</summary>
    public sealed record SentencePart(string Text, IReadOnlyList<ItemPart> Evidence);

    /// <summary>The reading, without what was rejected.</summary>
    public static SynthesisDocument Of(SynthesisReading reading) => new(
        reading.Missing.Count > 0,
        [.. reading.Missing.Select(theme => new Gap(theme.Name, theme.Reason))],
        [.. reading.Themes.Select(theme => theme.Key)],
        [.. Kept(reading.Topics).Select(subject => new TopicPart(
            subject.Topic.Key, subject.Topic.Label, Word(subject.Topic.Polarity), subject.Topic.Themes, Math.Round(subject.Topic.Confidence, 2), Word(subject.State), Items(subject.Topic.Items)))],
        [.. reading.Pairs.Select(pair => new PairPart(pair.Key, Side(pair.Plus), Side(pair.Minus)))],
        [.. Kept(reading.Axes).Select(subject => new AxisPart(subject.Topic.Key, subject.Topic.Label, subject.Topic.Themes, Word(subject.State), Items(subject.Topic.Items)))],
        new WrittenPart([.. reading.Written.Rows.Select(row => new RowPart(Cited(row.Plus), Cited(row.Minus)))], [.. reading.Written.Axes.Select(Cited)]));

    private static IEnumerable<Subject> Kept(IReadOnlyList<Subject> subjects) => subjects.Where(subject => subject.State != SubjectState.Rejected);

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static SidePart Side(PairSide side) => new(side.Label, Items(side.Items));

    private static SentencePart Cited(Sentence sentence) => new(sentence.Text, Items([.. sentence.Evidence.Select(each => each.Now).OfType<TopicItem>()]));

    private static IReadOnlyList<ItemPart> Items(IReadOnlyList<TopicItem> items) => [.. items.Select(item => new ItemPart(
        item.Theme, item.Item.Kind, item.Item.Column,
        item.Item.Kind == ItemKind.Note ? item.Item.Title : null, item.Item.Kind == ItemKind.Proposal ? item.Item.Title : null, item.Item.Text))];
}
