using Seminar.Topics.Language;

namespace Seminar.Topics.Lexicons;

/// <summary>One way in which a topic shows in a text: all of its parts, and none of what excludes it.</summary>
/// <param name="Parts">Each must be there, anywhere.</param>
/// <param name="Unless">None may be there.</param>
/// <param name="Place">Among which items it counts.</param>
/// <param name="IsHint">Whether it takes another cue, or the title above, to count.</param>
internal sealed record Cue(IReadOnlyList<CuePart> Parts, IReadOnlyList<CuePart> Unless, CuePlace Place, bool IsHint)
{
    public bool IsIn(IReadOnlyList<Word> words, CuePlace place) =>
        (Place == CuePlace.Anywhere || Place == place) && Parts.All(part => part.IsIn(words)) && !Unless.Any(part => part.IsIn(words));
}

/// <summary>Among which items a cue counts.</summary>
internal enum CuePlace
{
    Anywhere,
    Assets,
    Difficulties,
    Proposals,
}

/// <summary>A word or an expression, or one of several.</summary>
/// <param name="Choices">Any of them will do.</param>
/// <param name="SaysWhom">Whether it comes from a list: it tells whom one speaks of, not of what.</param>
internal sealed record CuePart(IReadOnlyList<Expression> Choices, bool SaysWhom)
{
    public bool IsIn(IReadOnlyList<Word> words) => Choices.Any(choice => choice.IsIn(words));
}

/// <summary>Words that follow each other, small words left out.</summary>
internal sealed record Expression(IReadOnlyList<WordPattern> Words)
{
    public bool IsIn(IReadOnlyList<Word> words)
    {
        for (var start = 0; start <= words.Count - Words.Count; start++)
        {
            if (IsAt(words, start))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(IReadOnlyList<Word> words, int start)
    {
        for (var offset = 0; offset < Words.Count; offset++)
        {
            if (!Words[offset].Fits(words[start + offset]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A word under all its forms, or every word that begins in a way.</summary>
internal sealed record WordPattern(string Text, bool IsBeginning)
{
    public bool Fits(Word word) => IsBeginning ? word.Plain.StartsWith(Text, StringComparison.Ordinal) : word.Stem == Text;
}
