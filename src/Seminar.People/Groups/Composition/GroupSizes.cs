namespace Seminar.People.Groups.Composition;

/// <summary>
/// How many sit in each group: fours, as far as the number allows. One too many makes a five, two a pair of threes, three a
/// three; below six there is one group, since two would be too small.
/// </summary>
internal static class GroupSizes
{
    public const int Smallest = 3;
    public const int Usual = 4;
    public const int Largest = 5;

    public static IReadOnlyList<int> For(int people)
    {
        if (people < 2 * Smallest)
        {
            return people == 0 ? [] : [people];
        }

        var (fours, rest) = (people / Usual, people % Usual);
        int[] odd = rest switch { 0 => [], 1 => [Largest], 2 => [Smallest, Smallest], _ => [Smallest] };
        var usual = rest is 1 or 2 ? fours - 1 : fours;
        return [.. Enumerable.Repeat(Usual, usual), .. odd];
    }

    /// <summary>Makes room for people who are locked to a group, without changing the total.</summary>
    /// <param name="sizes">The sizes by themselves.</param>
    /// <param name="locked">How many are locked to each group.</param>
    public static int[] Fit(IReadOnlyList<int> sizes, IReadOnlyList<int> locked)
    {
        var fitted = sizes.ToArray();
        for (var group = 0; group < fitted.Length; group++)
        {
            while (fitted[group] < locked[group] && Lender(fitted, locked) is { } lender)
            {
                fitted[group]++;
                fitted[lender]--;
            }
        }

        return fitted;
    }

    private static int? Lender(int[] sizes, IReadOnlyList<int> locked)
    {
        var best = Enumerable.Range(0, sizes.Length).Where(group => sizes[group] > locked[group]).MaxBy(group => (int?)sizes[group] - locked[group]);
        return sizes.Length > 0 && sizes[best] > locked[best] ? best : null;
    }
}
