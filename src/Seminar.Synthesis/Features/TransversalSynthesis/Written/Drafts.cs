using Seminar.Topics.Detection;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Written;

/// <summary>First words for a sentence: a person makes it theirs.</summary>
internal static class Drafts
{
    private const int Examples = 3;

    /// <summary>The subject, the notes of as many themes as possible, and how many there are.</summary>
    public static string Of(PairSide side)
    {
        var themes = side.Items.Select(item => item.Theme).Distinct().Count();
        var examples = side.Items.GroupBy(item => item.Theme).Select(theme => theme.First().Item.Text.TrimEnd('.')).Distinct().Take(Examples).Select(text => $"« {text} »");
        return $"{side.Label} : {string.Join(", ", examples)} ({French.Count(side.Items.Count, "note")}, {French.Count(themes, "thématique")}).";
    }
}
