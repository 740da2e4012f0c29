using Seminar.Contracts.Offer;
using Seminar.Offer.Storing;
using Seminar.Offer.Territory;
using Seminar.Topics.Language;

namespace Seminar.Offer.Features.Search;

/// <summary>A search in the language of SQLite's full-text index.</summary>
internal static class SearchMatch
{
    private const string WordColumns = "{name words}";

    /// <param name="query">What is looked for.</param>
    /// <param name="place">Where, or null.</param>
    /// <param name="all">Whether every word must be there, or one at least.</param>
    /// <param name="inName">Whether the words must stand in the name.</param>
    /// <returns>The expression; null when nothing is asked.</returns>
    public static string? Of(OfferQuery query, Commune? place, bool all, bool inName = false)
    {
        var conditions = new List<string>();
        Add(query.Themes.Select(theme => (theme.Contains("--", StringComparison.Ordinal) ? "t_" : "c_") + theme));
        if (query.Publics.Count > 0)
        {
            Add([.. query.Publics.Select(value => "p_" + value), "p_tous-publics", "p_0"]);
        }

        if (query.IsFree)
        {
            Add(["f_gratuit"]);
        }

        Add(query.Mode is null ? [] : ["m_" + query.Mode]);
        Add(query.Departement is null ? [] : ["d_" + query.Departement]);
        if (place is not null)
        {
            Add(["z_" + place.Insee, "z_" + place.Departement, "z_" + place.Epci, "z_france", SheetWords.AnyZone]);
            Add([.. Cells.Within(place.Latitude, place.Longitude, query.Kilometres), "m_a-distance"]);
        }

        var parts = new List<string>();
        if (conditions.Count > 0)
        {
            parts.Add($"tags : ({string.Join(" AND ", conditions)})");
        }

        if (query.Words is { Length: > 0 } words && FrenchReader.Stems(words).Distinct().ToList() is { Count: > 0 } stems)
        {
            parts.Add($"{(inName ? "name" : WordColumns)} : ({string.Join(all ? " AND " : " OR ", stems.Select(Quoted))})");
        }

        return parts.Count == 0 ? null : string.Join(" AND ", parts);

        void Add(IEnumerable<string> tags)
        {
            if (string.Join(" OR ", tags.Select(Quoted)) is { Length: > 0 } either)
            {
                conditions.Add($"({either})");
            }
        }
    }

    private static string Quoted(string token) => $"\"{token.Replace("\"", "", StringComparison.Ordinal)}\"";
}
