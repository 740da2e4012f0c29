using Seminar.Contracts.Offer;
using Seminar.Offer.Storing;
using Seminar.Offer.Territory;
using Seminar.Topics.Language;

namespace Seminar.Offer.Features.Search;

/// <summary>A search in the language of SQLite's full-text index.</summary>
internal static class SearchMatch
{
    private const string WordColumns = "{name words}";
    private const string Remote = "a-distance";
    private const string RemoteTag = "m_" + Remote;

    /// <summary>What no sheet is tagged with.</summary>
    private const string NoTag = "n_0";

    /// <summary>Services, wherever they are.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="words">How its words must be there.</param>
    /// <returns>The expression; null when nothing is asked.</returns>
    public static string? Anywhere(OfferQuery query, WordsMatch words) => Join(Conditions(query), query, words);

    /// <summary>Services for those who live there, within reach or a little further: the squares that the circle touches.</summary>
    public static string Near(OfferQuery query, Commune place, WordsMatch words) =>
        Join([.. Conditions(query), Eligible(place), Either(Cells.Within(place.Latitude, place.Longitude, query.Kilometres))], query, words)!;

    /// <summary>Services for those who live there that are given at a distance; nothing at all for those who want to be received.</summary>
    public static string AtDistance(OfferQuery query, Commune place, WordsMatch words) =>
        Join([.. Conditions(query), Eligible(place), Either([WantsRemote(query) ? RemoteTag : NoTag])], query, words)!;

    /// <summary>Whether what is given at a distance will do.</summary>
    public static bool WantsRemote(OfferQuery query) => query.Mode is null or Remote;

    /// <summary>Whether words can be looked for: « pour » and « été » are in every text, and in no index.</summary>
    public static bool HasStems(string words) => FrenchReader.Stems(words).Count > 0;

    /// <summary>Structures, by what they say of themselves and where they are.</summary>
    /// <returns>The expression; null when nothing is asked.</returns>
    public static string? Structures(OfferQuery query, Commune? place, WordsMatch words)
    {
        var conditions = new List<string>();
        if (query.Departement is { } departement)
        {
            conditions.Add(Either(["d_" + departement]));
        }

        if (place is not null)
        {
            conditions.Add(Either(Cells.Within(place.Latitude, place.Longitude, query.Kilometres)));
        }

        return Join(conditions, query, words);
    }

    private static List<string> Conditions(OfferQuery query)
    {
        var conditions = new List<string>();
        if (query.Themes.Count > 0)
        {
            conditions.Add(Either(query.Themes.Select(theme => (theme.Contains("--", StringComparison.Ordinal) ? "t_" : "c_") + theme)));
        }

        if (query.Publics.Count > 0)
        {
            conditions.Add(Either([.. query.Publics.Select(value => "p_" + value), "p_tous-publics", "p_0"]));
        }

        if (query.IsFree)
        {
            conditions.Add(Either(["f_gratuit"]));
        }

        if (query.Mode is { } mode)
        {
            conditions.Add(Either(["m_" + mode]));
        }

        if (query.Departement is { } departement)
        {
            conditions.Add(Either(["d_" + departement]));
        }

        return conditions;
    }

    private static string Eligible(Commune place) => Either(["z_" + place.Insee, "z_" + place.Departement, "z_" + place.Epci, "z_france", SheetWords.AnyZone]);

    private static string? Join(List<string> conditions, OfferQuery query, WordsMatch words)
    {
        var parts = new List<string>();
        if (conditions.Count > 0)
        {
            parts.Add($"tags : ({string.Join(" AND ", conditions)})");
        }

        if (query.Words is { Length: > 0 } typed)
        {
            var stems = FrenchReader.Stems(typed).Distinct().DefaultIfEmpty(NoTag);
            parts.Add($"{(words == WordsMatch.AllInName ? "name" : WordColumns)} : ({string.Join(words == WordsMatch.Any ? " OR " : " AND ", stems.Select(Quoted))})");
        }

        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    private static string Either(IEnumerable<string> tags) => $"({string.Join(" OR ", tags.Select(Quoted))})";

    private static string Quoted(string token) => $"\"{token.Replace("\"", "", StringComparison.Ordinal)}\"";
}
