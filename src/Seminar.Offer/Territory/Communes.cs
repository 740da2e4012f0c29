using System.Collections.Frozen;
using System.Globalization;
using Seminar.Offer.Reference;
using Seminar.Tables;

namespace Seminar.Offer.Territory;

/// <summary>The 4,446 communes of Occitanie and the 164 intercommunalités that touch it.</summary>
internal static class Communes
{
    private static readonly Lazy<FrozenDictionary<string, Commune>> ByInsee = new(Read);

    private static readonly Lazy<ILookup<string, Commune>> ByKey = new(() => ByInsee.Value.Values.ToLookup(commune => KeyOf(commune.Name)));

    private static readonly Lazy<ILookup<string, Commune>> ByPostalCode =
        new(() => ByInsee.Value.Values.SelectMany(commune => commune.PostalCodes, (commune, code) => (commune, code)).ToLookup(each => each.code, each => each.commune));

    private static readonly Lazy<FrozenDictionary<string, string>> EpciNames =
        new(() => ReferenceFile.Read("epci").ToFrozenDictionary(line => line[0], line => line[1]));

    public static IReadOnlyDictionary<string, string> Epci => EpciNames.Value;

    public static IReadOnlyCollection<Commune> All => ByInsee.Value.Values;

    public static Commune? Find(string? insee) => insee is null ? null : ByInsee.Value.GetValueOrDefault(insee);

    /// <summary>The commune of an address that may lack its code: the one of that name and postal code, or the only one of that postal code.</summary>
    public static Commune? Find(string? insee, string? name, string? postalCode)
    {
        if (insee is not null)
        {
            return Find(insee);
        }

        var posted = postalCode is null ? [] : ByPostalCode.Value[postalCode].ToList();
        return name is null ? Only(posted) : Only([.. posted.Where(commune => KeyOf(commune.Name) == KeyOf(name))]) ?? Only(posted) ?? (postalCode is null ? Only([.. ByKey.Value[KeyOf(name)]]) : null);
    }

    /// <summary>Whether a commune is exactly what was typed: its name, give or take an article, or a code.</summary>
    public static bool IsExactly(Commune commune, string typed)
    {
        var text = typed.Trim();
        return commune.Insee == text || commune.PostalCodes.Contains(text) || KeyOf(Split(text).Name) == KeyOf(commune.Name);
    }

    /// <summary>The communes that someone may mean by a name, a postal code, an INSEE code, or « Figeac (46) »; the likeliest first.</summary>
    public static IReadOnlyList<Commune> Named(string typed, int most)
    {
        var text = typed.Trim();
        if (text.Length == 5 && text.All(char.IsAsciiDigit))
        {
            // Whoever types five digits means a postal code, as long as there is one.
            var posted = ByPostalCode.Value[text].OrderBy(commune => commune.Name, StringComparer.Ordinal);
            return [.. posted.Concat(Find(text) is { } coded ? [coded] : []).Distinct().Take(most)];
        }

        var (name, departement) = Split(text);
        var key = KeyOf(name);
        if (key.Length == 0)
        {
            return [];
        }

        var plain = NearestValue.Plain(name);
        var named = ByKey.Value[key].Where(IsThere).OrderByDescending(commune => NearestValue.Plain(commune.Name) == plain).ThenBy(commune => commune.Insee, StringComparer.Ordinal).ToList();
        return named.Count > 0
            ? [.. named.Take(most)]
            : [.. ByKey.Value.Where(group => group.Key.StartsWith(key, StringComparison.Ordinal)).OrderBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => group).Where(IsThere).Take(most)];

        bool IsThere(Commune commune) => departement is null || commune.Departement == departement;
    }

    /// <summary>The département of an INSEE or postal code: two characters, three overseas.</summary>
    public static string DepartementOf(string code) => code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..3] : code[..2];

    private static Commune? Only(List<Commune> communes) => communes is [var only] ? only : null;

    /// <summary>« Figeac (46) » in two.</summary>
    private static (string Name, string? Departement) Split(string text) =>
        text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open ? (text[..open], text[(open + 1)..^1].Trim()) : (text, null);

    /// <summary>A name as people shorten it: « St-Girons », « Isle-Jourdain ».</summary>
    private static string KeyOf(string name)
    {
        var words = NearestValue.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word switch { "st" => "saint", "ste" => "sainte", "sts" => "saints", _ => word }).ToList();
        return string.Join(' ', words is [("le" or "la" or "les" or "l"), _, ..] ? words.Skip(1) : words);
    }

    private static FrozenDictionary<string, Commune> Read() => ReferenceFile.Read("communes")
        .Select(line => new Commune(line[0], line[1], line[2].Split(' '), line[3], Number(line[4]), Number(line[5])))
        .ToFrozenDictionary(commune => commune.Insee);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
