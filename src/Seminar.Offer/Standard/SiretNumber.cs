namespace Seminar.Offer.Standard;

/// <summary>
/// The key of a SIRET: the sum of Luhn, except La Poste’s establishments (SIREN 356000000), whose digits add up to a multiple of five.
/// Producers' files often hold numbers that fail it, hence a remark, never a refusal.
/// </summary>
internal static class SiretNumber
{
    private const string LaPoste = "356000000";

    /// <param name="siret">Fourteen digits.</param>
    public static bool HasValidKey(string siret) => Luhn(siret) % 10 == 0
        || (siret.StartsWith(LaPoste, StringComparison.Ordinal) && siret.Sum(digit => digit - '0') % 5 == 0);

    private static int Luhn(string digits) => digits.Select((digit, index) => (digit - '0', IsDoubled: (digits.Length - index) % 2 == 0))
        .Sum(each => each.IsDoubled ? Doubled(each.Item1) : each.Item1);

    private static int Doubled(int digit) => digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
}
