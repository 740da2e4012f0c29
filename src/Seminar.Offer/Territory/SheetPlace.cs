using Seminar.Offer.Standard;

namespace Seminar.Offer.Territory;

/// <summary>Where a sheet is on the map.</summary>
internal static class SheetPlace
{
    /// <summary>Its own coordinates, otherwise the centre of its commune; null when neither is known.</summary>
    public static (double Latitude, double Longitude)? Of(Sheet sheet)
    {
        if (sheet.Number("latitude") is { } latitude && sheet.Number("longitude") is { } longitude)
        {
            return (latitude, longitude);
        }

        return CommuneOf(sheet) is { } commune ? (commune.Latitude, commune.Longitude) : null;
    }

    /// <summary>The commune that its address names, by its code or by its name and postal code.</summary>
    public static Commune? CommuneOf(Sheet sheet) => Communes.Find(sheet.Text("code_insee"), sheet.Text("commune"), sheet.Text("code_postal"));
}
