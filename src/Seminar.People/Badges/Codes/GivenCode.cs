namespace Seminar.People.Badges.Codes;

/// <summary>A code as someone typed or scanned it.</summary>
/// <param name="PublicPart">Names the badge: its number, or <c>G2T07</c> for a tablet.</param>
/// <param name="Secret">The rest, in the alphabet of codes.</param>
internal sealed record GivenCode(string PublicPart, string Secret)
{
    private const int Longest = 60;

    /// <summary>Reads a code, forgiving case, spaces and look-alike letters.</summary>
    /// <returns>The code, or null when it can't be one.</returns>
    public static GivenCode? Read(string? text)
    {
        if (text is null || text.Length > Longest)
        {
            return null;
        }

        var parts = text.Split('-', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0)
        {
            return null;
        }

        var letters = parts[1].Where(letter => letter != '-' && !char.IsWhiteSpace(letter)).Select(Alphabet.Read).ToList();
        return letters.Count == 0 || letters.Contains(null)
            ? null
            : new GivenCode(parts[0].ToUpperInvariant(), string.Concat(letters));
    }
}
