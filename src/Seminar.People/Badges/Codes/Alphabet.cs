namespace Seminar.People.Badges.Codes;

/// <summary>Douglas Crockford's base 32: no I, L, O or U, so that nothing is mistaken for 1 or 0, and no word appears.</summary>
internal static class Alphabet
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>One letter, from the five low bits.</summary>
    public static char Letter(byte random) => Letters[random & 31];

    /// <summary>What was meant by a letter as typed: lower case, and the letters that look like a digit, are forgiven.</summary>
    /// <returns>The letter, or null when it belongs to no code.</returns>
    public static char? Read(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var letter when Letters.Contains(letter, StringComparison.Ordinal) => letter,
        _ => null,
    };
}
