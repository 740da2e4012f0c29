using System.Text.Json.Nodes;
using Seminar.Contracts.Workshops;
using Seminar.Topics.Detection;

namespace Seminar.SynthesisQuality;

/// <summary>A topic or an axis as a careful reader saw it: what belongs to it, and what one may see either way.</summary>
internal sealed record ReferenceTopic(string Name, IReadOnlySet<string> Items, IReadOnlySet<string> Borderline);

/// <summary>The reference reading.</summary>
internal sealed record Reference(IReadOnlyList<ReferenceTopic> Topics, IReadOnlyList<ReferenceTopic> Axes)
{
    public static Reference Load(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        return new Reference(Read(root["topics"]!, "topic"), Read(root["axes"]!, "axis"));
    }

    /// <summary>Identical texts of a theme are told apart by their column.</summary>
    public static string Identity(TopicItem item) => $"{item.Theme}|{ColumnName(item.Item.Column)}|{item.Item.Text}";

    private static List<ReferenceTopic> Read(JsonNode topics, string name) =>
        [.. topics.AsArray().Select(topic => new ReferenceTopic(topic![name]!.GetValue<string>(), Items(topic, "items"), Items(topic, "borderline")))];

    private static HashSet<string> Items(JsonNode topic, string list) =>
        [.. topic[list]!.AsArray().Select(item => $"{item!["theme"]}|{item["column"]?.GetValue<string>()}|{item["text"]}")];

    private static string ColumnName(Column? column) => column switch
    {
        Column.Success => "réussites",
        Column.Strength => "forces",
        Column.Brake => "freins",
        Column.Obstacle => "obstacles",
        _ => "",
    };
}
