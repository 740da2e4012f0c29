using System.Collections.Frozen;
using System.Globalization;
using Seminar.Offer.Reference;
using Seminar.Tables;

namespace Seminar.Offer.Territory;

/// <summary>The 4,446 communes of Occitanie and the 164 intercommunalités that touch it.</summary>
internal static class Communes
{
    private static readonly Lazy<FrozenDictionary<string, Commune>> ByInsee = new(Read);

    private static readonly Lazy<ILookup<string, Commune>> ByPlainName = new(() => ByInsee.Value.Values.ToLookup(commune => NearestValue.Plain(commune.Name)));

    private static readonly Lazy<FrozenDictionary<string, string>> EpciNames =
        new(() => ReferenceFile.Read("epci").ToFrozenDictionary(line => line[0], line => line[1]));

    public static IReadOnlyDictionary<string, string> Epci => EpciNames.Value;

    public static IReadOnlyCollection<Commune> All => ByInsee.Value.Values;

    public static Commune? Find(string? insee) => insee is null ? null : ByInsee.Value.GetValueOrDefault(insee);

    /// <summary>The communes that someone may mean by a name, a postal code, an INSEE code, or « Figeac (46) »; the likeliest first.</summary>
    public static IReadOnlyList<Commune> Named(string typed, int most)
    {
        var text = typed.Trim();
        if (text.Length == 5 && text.All(char.IsAsciiDigit))
        {
            // Whoever types five digits means a postal code, as long as there is one.
            var posted = All.Where(commune => commune.PostalCodes.Contains(text)).OrderBy(commune => commune.Name, StringComparer.Ordinal);
            return [.. posted.Concat(Find(text) is { } coded ? [coded] : []).Distinct().Take(most)];
        }

        var departement = text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open ? text[(open + 1)..^1].Trim() : null;
        var plain = NearestValue.Plain(departement is null ? text : text[..text.LastIndexOf('(')]);
        if (plain.Length == 0)
        {
            return [];
        }

        var named = ByPlainName.Value[plain].Where(commune => departement is null || commune.Departement == departement).OrderBy(commune => commune.Insee, StringComparer.Ordinal).ToList();
        return named.Count > 0
            ? [.. named.Take(most)]
            : [.. ByPlainName.Value.Where(group => group.Key.StartsWith(plain, StringComparison.Ordinal)).OrderBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => group).Take(most)];
    }

    /// <summary>The département of an INSEE or postal code: two characters, three overseas.</summary>
    public static string DepartementOf(string code) => code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..3] : code[..2];

    private static FrozenDictionary<string, Commune> Read() => ReferenceFile.Read("communes")
        .Select(line => new Commune(line[0], line[1], line[2].Split(' '), line[3], Number(line[4]), Number(line[5])))
        .ToFrozenDictionary(commune => commune.Insee);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
