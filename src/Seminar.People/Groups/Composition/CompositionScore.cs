namespace Seminar.People.Groups.Composition;

/// <summary>How far groups are from what is wished; smaller is better, and an earlier criterion outweighs all later ones.</summary>
/// <param name="GroupsWithoutBoth">Groups without anyone of a Mission Locale, plus groups without a partner.</param>
/// <param name="SameOrganisation">Pairs of one organisation in one group.</param>
/// <param name="SameDepartement">Pairs of one département in one group.</param>
/// <param name="LeftAlone">Groups with a witness or a young person and no professional.</param>
/// <param name="MetBefore">Pairs who sat together in an earlier round.</param>
internal readonly record struct CompositionScore(int GroupsWithoutBoth, int SameOrganisation, int SameDepartement, int LeftAlone, int MetBefore)
{
    // Room for 500 people over many rounds: 511 groups, 2,047 pairs, 2,047 pairs, 511 groups, 16,383 pairs.
    private const int MetBits = 14;
    private const int AloneBits = 9;
    private const int PairBits = 11;

    /// <summary>The criteria in one number, so that comparing is one subtraction.</summary>
    public long Weight =>
        ((((((((long)GroupsWithoutBoth << PairBits) + SameOrganisation) << PairBits) + SameDepartement) << AloneBits) + LeftAlone) << MetBits) + MetBefore;

    public static CompositionScore operator +(CompositionScore one, CompositionScore other) => new(
        one.GroupsWithoutBoth + other.GroupsWithoutBoth, one.SameOrganisation + other.SameOrganisation,
        one.SameDepartement + other.SameDepartement, one.LeftAlone + other.LeftAlone, one.MetBefore + other.MetBefore);
}
