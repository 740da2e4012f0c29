using Seminar.Topics.Detection;

namespace Seminar.SynthesisQuality;

/// <summary>Something proposed: a label and the items behind.</summary>
internal sealed record Proposed(string Label, IReadOnlySet<string> Items)
{
    public static IReadOnlyList<Proposed> From(IEnumerable<Topic> topics) => [.. topics.Select(topic => new Proposed(topic.Label, topic.Items.Select(Reference.Identity).ToHashSet()))];
}

/// <summary>How well the best proposed topic fits a reference topic, on its items; borderline ones count neither way.</summary>
internal sealed record Score(string Name, string Best, double Precision, double Recall, IReadOnlyList<string> Missed, IReadOnlyList<string> Extra)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score Of(ReferenceTopic wanted, IReadOnlyList<Proposed> proposed) =>
        proposed.Select(each => Against(wanted, each)).OrderByDescending(score => score.F1).FirstOrDefault() ?? new Score(wanted.Name, "rien", 0, 0, [.. wanted.Items], []);

    private static Score Against(ReferenceTopic wanted, Proposed proposed)
    {
        var given = proposed.Items.Except(wanted.Borderline).ToList();
        double hits = given.Count(wanted.Items.Contains);
        return new Score(
            wanted.Name, proposed.Label, given.Count == 0 ? 0 : hits / given.Count, hits / wanted.Items.Count,
            [.. wanted.Items.Except(given)], [.. given.Where(item => !wanted.Items.Contains(item))]);
    }
}
