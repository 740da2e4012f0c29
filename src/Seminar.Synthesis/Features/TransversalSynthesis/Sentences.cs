using Seminar.Topics.Detection;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>What the program says of a topic, in French.</summary>
internal static class Sentences
{
    /// <summary>Where it was seen, and how often on each side.</summary>
    public static string Seen(Topic topic, int themes) =>
        $"Vu dans {French.Count(topic.Themes.Count, "thématique")} sur {themes} : {string.Join(", ", Counts(topic))}.";

    /// <summary>Which way it leans, in a word.</summary>
    public static string Leaning(Polarity polarity) => polarity switch
    {
        Polarity.Asset => "appui",
        Polarity.Difficulty => "difficulté",
        Polarity.Mixed => "les deux",
        _ => "propositions seules",
    };

    /// <summary>How sure the program is.</summary>
    public static string Sureness(double confidence) => confidence switch
    {
        >= 0.8 => "forte",
        >= 0.7 => "bonne",
        _ => "à vérifier",
    };

    private static IEnumerable<string> Counts(Topic topic)
    {
        if (topic.Assets > 0)
        {
            yield return French.Count(topic.Assets, "réussite ou force", "réussites ou forces");
        }

        if (topic.Difficulties > 0)
        {
            yield return French.Count(topic.Difficulties, "frein ou obstacle", "freins ou obstacles");
        }

        if (topic.Proposals > 0)
        {
            yield return French.Count(topic.Proposals, "proposition");
        }
    }
}
