using Seminar.Contracts.Workshops;
using Seminar.Topics.Detection;

namespace Seminar.SynthesisQuality;

/// <summary>What a note more, or less, changes.</summary>
internal static class Stability
{
    /// <summary>Average likeness (Jaccard) of the topics before and after, the changed note left out of the count; 1 is no change at all.</summary>
    public static (double Mean, double Worst, int Reshuffled) Without(Corpus corpus)
    {
        var before = corpus.Find().Topics;
        var likenesses = new List<double>();
        for (var gone = 0; gone < corpus.Items.Count; gone += 5)
        {
            var dropped = corpus.Items[gone];
            var after = new Corpus([.. corpus.Themes.Select(theme => (theme.Theme, (IReadOnlyList<ContributedItem>)[.. theme.Items.Where(item => theme.Theme != dropped.Theme || item != dropped.Item)]))]).Find().Topics;
            likenesses.AddRange(before.Select(topic => Likeness(topic, after.FirstOrDefault(each => each.Key == topic.Key), dropped)));
        }

        return (likenesses.Average(), likenesses.Min(), likenesses.Count(likeness => likeness < 1));
    }

    private static double Likeness(Topic before, Topic? after, TopicItem dropped)
    {
        var kept = before.Items.Where(item => item != dropped).ToHashSet();
        double common = after?.Items.Count(kept.Contains) ?? 0;
        return common / (kept.Count + (after?.Items.Count ?? 0) - common);
    }
}
