using System.Globalization;

namespace Seminar.People.Badges.Codes;

/// <summary>A code as someone typed or scanned it.</summary>
/// <param name="PublicPart">
/// Names the badge, in the one form that it is printed in: its number (<c>042</c>), or <c>G2T07</c> for a tablet. Attempts are counted by
/// it, so that no other spelling gives more of them.
/// </param>
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
        if (parts.Length != 2 || Canonical(parts[0].ToUpperInvariant()) is not { } publicPart)
        {
            return null;
        }

        var letters = parts[1].Where(letter => letter != '-' && !char.IsWhiteSpace(letter)).Select(Alphabet.Read).ToList();
        return letters.Count == 0 || letters.Contains(null)
            ? null
            : new GivenCode(publicPart, string.Concat(letters));
    }

    private static string? Canonical(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? BadgeIdentity.PublicPartOfPerson(number)
        : TabletCode.Read(typed) is { } tablet ? BadgeIdentity.PublicPartOfTablet(tablet.Workshop, tablet.Group)
        : null;
}
