using Seminar.Contracts.Themes;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Finding;

/// <summary>The lexicon of the field, with what the running themes add to it.</summary>
internal sealed record Vocabulary(Lexicon Topics, Lexicon Axes, IReadOnlyList<string> Faults)
{
    private static readonly Lexicon SharedAxes = new(LexiconFile.Axes);

    public static Vocabulary Of(IReadOnlyList<IRunningTheme> themes)
    {
        var faults = new List<string>();
        var entries = LexiconFile.Topics.ToList();
        foreach (var theme in themes)
        {
            entries.AddRange(theme.Description.Topics.Select(topic => new LexiconEntry(topic.Label, topic.Cues)).Where(entry => IsReadable(entry, theme.Identity.Name, faults)));
        }

        return new Vocabulary(new Lexicon(entries), SharedAxes, faults);
    }

    public TopicIndex NewIndex() => new(Topics, Axes);

    // One theme's slip takes neither its other words nor anybody else's away.
    private static bool IsReadable(LexiconEntry entry, string theme, List<string> faults)
    {
        try
        {
            _ = new Lexicon([entry]);
            return true;
        }
        catch (FormatException exception)
        {
            faults.Add($"Le vocabulaire de la thématique « {theme} » sur « {entry.Label} » est laissé de côté. {exception.Message}");
            return false;
        }
    }
}
