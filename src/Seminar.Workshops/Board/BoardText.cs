namespace Seminar.Workshops.Board;

/// <summary>Texts of the board as people type them: trimmed, of limited length, without invisible characters.</summary>
internal static class BoardText
{
    public const int LongestNote = 500;
    public const int LongestProposal = 1000;
    public const int LongestTitle = 300;
    public const int LongestIntro = 2000;
    public const int LongestQuote = 2000;
    public const int LongestContext = 10_000;

    /// <exception cref="BoardRefusal">There is none, it is too long, or it holds invisible characters.</exception>
    public static string Require(string? text, int longest)
    {
        var clean = Clean(text, longest);
        return clean.Length > 0 ? clean : throw new BoardRefusal("blank", "Écrivez quelque chose.");
    }

    public static string? Optional(string? text, int longest) => Clean(text, longest) is { Length: > 0 } clean ? clean : null;

    private static string Clean(string? text, int longest)
    {
        var clean = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (clean.Any(letter => char.IsControl(letter) && letter != '\n') || HasLoneSurrogate(clean))
        {
            throw new BoardRefusal("invisible", "Ce texte contient un caractère invisible. Retapez-le.");
        }

        // As it is stored: some letters become two.
        clean = clean.Normalize();
        var length = clean.EnumerateRunes().Count();
        return length <= longest
            ? clean
            : throw new BoardRefusal("too-long", $"Ce texte a {length} caractères ; {longest} au plus. Rien n’est perdu : raccourcissez-le, ou faites-en deux.");
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
