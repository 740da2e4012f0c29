using Seminar.Offer.Standard;
using Seminar.Offer.Territory;
using Seminar.Topics.Language;

namespace Seminar.Offer.Storing;

/// <summary>What the indexes know of services and structures: the stems of their texts, and tags for all that is filtered.</summary>
internal static class SheetWords
{
    /// <summary>Longer descriptions repeat themselves; a search finds by what comes first.</summary>
    private const int LongestText = 1500;

    public const string AnyZone = "z_0";

    public static string Stems(string? text) =>
        text is null ? "" : string.Join(' ', FrenchReader.Stems(text.Length <= LongestText ? text : text[..LongestText]));

    public static string Tags(Sheet service, (double Latitude, double Longitude)? place)
    {
        var tags = new List<string>();
        foreach (var slug in service.List("thematiques"))
        {
            tags.Add("t_" + slug);
            tags.Add("c_" + slug[..slug.IndexOf("--", StringComparison.Ordinal)]);
        }

        tags.AddRange(service.List("publics").DefaultIfEmpty("0").Select(value => "p_" + value));
        tags.AddRange(service.List("modes_accueil").Select(value => "m_" + value));
        tags.AddRange(service.List("zone_eligibilite").Select(value => "z_" + value).DefaultIfEmpty(AnyZone));
        tags.Add("f_" + service.Text("frais"));
        tags.Add("y_" + service.Text("type"));
        if (DepartementOf(service) is { } departement)
        {
            tags.Add("d_" + departement);
        }

        if (place is { } spot)
        {
            tags.Add(Cells.Of(spot.Latitude, spot.Longitude));
        }

        return string.Join(' ', tags.Distinct());
    }

    public static string TagsOfStructure(Sheet structure, (double Latitude, double Longitude)? place) => string.Join(' ', new[]
    {
        DepartementOf(structure) is { } departement ? "d_" + departement : null,
        place is { } spot ? Cells.Of(spot.Latitude, spot.Longitude) : null,
    }.OfType<string>());

    /// <summary>What a structure is found by beside its name: what it says of itself, and the networks that it belongs to.</summary>
    public static string StemsOfStructure(Sheet structure) =>
        Stems($"{structure.Text("description")} {string.Join(' ', structure.List("reseaux_porteurs").Select(network => Nomenclature.Label("reseaux_porteurs", network)))}");

    public static string? DepartementOf(Sheet sheet) =>
        (SheetPlace.CommuneOf(sheet)?.Insee ?? sheet.Text("code_insee") ?? sheet.Text("code_postal")) is { } code ? Communes.DepartementOf(code) : null;
}
