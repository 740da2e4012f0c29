using System.Globalization;
using Microsoft.AspNetCore.Http;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>A search as its address carries it. What cannot be understood is said: the page looks past it, programs and files are refused.</summary>
/// <param name="Words">Words, as typed.</param>
/// <param name="Theme">A thématique or a category.</param>
/// <param name="Public">A public.</param>
/// <param name="Where">The commune, as typed.</param>
/// <param name="Kilometres">How far from it.</param>
/// <param name="Departement">A département.</param>
/// <param name="Mode">A mode of reception.</param>
/// <param name="IsFree">Free of charge alone.</param>
/// <param name="Workshop">A theme of the seminar, by its key.</param>
/// <param name="Page">From 1.</param>
/// <param name="Kind">Services, or structures, of which the words and the place alone are looked at.</param>
/// <param name="HasTable">Whether the map’s figures are shown as a table too.</param>
public sealed record SearchForm(
    string? Words, string? Theme, string? Public, string? Where, int Kilometres, string? Departement, string? Mode, bool IsFree, string? Workshop, int Page,
    SheetKind Kind = SheetKind.Service, bool HasTable = false)
{
    public const int PageSize = 20;

    /// <summary>Nobody turns more pages; a criterion narrows the list.</summary>
    private const int MostPages = 500;

    private const int LongestWords = 200;

    /// <summary>Distances that the page offers, in kilometres; further away, a département is looked at as a whole.</summary>
    public static IReadOnlyList<int> Distances { get; } = [5, 10, 20, 30, 50];

    /// <summary>The communes that the reader may mean; the first is taken.</summary>
    public IReadOnlyList<Commune> Places { get; } = string.IsNullOrWhiteSpace(Where) ? [] : Communes.Named(Where, 8);

    /// <summary>How many pages can be turned.</summary>
    /// <param name="total">How many sheets are found.</param>
    public static int PagesOf(int total) => Math.Min(MostPages, (total + PageSize - 1) / PageSize);

    /// <summary>Whether nothing at all is asked.</summary>
    public bool IsBlank => this with { Page = 1, Kilometres = 30, Kind = SheetKind.Service, HasTable = false } == Blank;

    /// <summary>Whether something is asked that structures do not say of themselves.</summary>
    public bool AsksForServices => Theme is not null || Public is not null || Mode is not null || IsFree || Workshop is not null;

    /// <summary>Whether one of the rarer criteria is set.</summary>
    public bool HasMore => Public is not null || Mode is not null || Departement is not null || Workshop is not null || IsFree;

    /// <summary>Why the commune cannot be used, or null.</summary>
    public string? PlaceRefusal => !string.IsNullOrWhiteSpace(Where) && Places.Count == 0
        ? "Aucune commune d’Occitanie ne porte ce nom ni ce code. Écrivez son nom, son code postal, ou «\u00A0Figeac (46)\u00A0»."
        : null;

    /// <summary>Why the words cannot be used, or null.</summary>
    public string? WordsRefusal => Words is not null && !SearchMatch.HasStems(Words)
        ? "Ces mots sont trop courts ou trop courants pour qu’on les cherche\u00A0; écrivez-en d’autres."
        : null;

    /// <summary>Why a criterion cannot be used, or null: the page offers none that is wrong, an address that was written may.</summary>
    public string? CriterionRefusal { get; init; }

    /// <summary>Why all of what is asked cannot be answered, or null.</summary>
    public string? Refusal => CriterionRefusal ?? PlaceRefusal ?? WordsRefusal;

    private static SearchForm Blank { get; } = new(null, null, null, null, 30, null, null, false, null, 1);

    internal static SearchForm Read(IQueryCollection query)
    {
        string? refusal = null;
        var form = new SearchForm(
            Text("q") is { } words ? words[..Math.Min(words.Length, LongestWords)] : null,
            Known("thematique", value => Nomenclature.Categories.ContainsKey(value) || Nomenclature.Of("thematiques").Labels.ContainsKey(value)),
            Known("public", Nomenclature.Of("publics").Labels.ContainsKey),
            Text("ou"),
            int.Parse(Known("km", value => Distances.Any(distance => value == $"{distance}")) ?? "30", CultureInfo.InvariantCulture),
            Known("departement", Region.Departements.ContainsKey),
            Known("mode", Nomenclature.Of("modes_accueil").Labels.ContainsKey),
            query["gratuit"] == "oui",
            Text("atelier"),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
            query["quoi"] == "structures" ? SheetKind.Structure : SheetKind.Service,
            query["tableau"] == "oui");
        return form with { CriterionRefusal = refusal };

        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

        string? Known(string name, Func<string, bool> isKnown)
        {
            if (Text(name) is not { } value || isKnown(value))
            {
                return Text(name);
            }

            refusal ??= $"«\u00A0{value}\u00A0» n’est pas une valeur du critère «\u00A0{name}\u00A0».";
            return null;
        }
    }

    /// <summary>The search itself.</summary>
    /// <param name="themes">The themes of the seminar, which say what offer is theirs.</param>
    public OfferQuery ToQuery(IThemes themes) => new()
    {
        Words = Words,
        Themes = Theme is not null ? [Theme] : Workshop is not null && themes.Running.FirstOrDefault(theme => theme.Identity.Key == Workshop) is { } asked ? asked.Description.Offer : [],
        Publics = Public is null ? [] : [Public],
        Commune = Places.Count > 0 ? Places[0].Insee : null,
        Kilometres = Kilometres,
        Departement = Departement,
        Mode = Mode,
        IsFree = IsFree,
        Skip = (Page - 1) * PageSize,
        Take = PageSize,
    };

    /// <summary>The same search as the query part of an address: <c>?q=permis&amp;ou=Figeac</c>, or nothing.</summary>
    public string ToQueryString()
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", Words), ("thematique", Theme), ("public", Public), ("ou", Where), ("km", Kilometres == 30 ? null : $"{Kilometres}"), ("departement", Departement), ("mode", Mode),
            ("gratuit", IsFree ? "oui" : null), ("atelier", Workshop), ("page", Page == 1 ? null : $"{Page}"),
            ("quoi", Kind == SheetKind.Structure ? "structures" : null), ("tableau", HasTable ? "oui" : null),
        };
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
