using System.Globalization;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Map;

/// <summary>Turns degrees into the units of the drawing: kilometres, from the north-west corner of the region.</summary>
internal static class MapDrawing
{
    private const double West = -0.35;
    private const double North = 45.08;
    private const double Margin = 6;

    // One scale for the whole region, true at its middle: shapes stay as on a wall map.
    private static readonly double KilometresPerLongitude = Cells.KilometresPerDegree * Math.Cos(43.7 * Math.PI / 180);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Paths = new(() => Region.Departements.Keys.ToDictionary(code => code, Draw));

    public static double X(double longitude) => (longitude - West) * KilometresPerLongitude;

    public static double Y(double latitude) => (North - latitude) * Cells.KilometresPerDegree;

    public static string Path(string departement) => Paths.Value[departement];

    /// <summary>What part of the region is shown.</summary>
    public static MapFrame FrameOf(string? departement, Commune? place, int kilometres)
    {
        if (place is not null)
        {
            var reach = kilometres + Margin;
            return new MapFrame(X(place.Longitude) - reach, Y(place.Latitude) - reach, 2 * reach, 2 * reach);
        }

        var points = (departement is null ? Region.Departements.Keys : [departement]).SelectMany(Outlines.Of).SelectMany(ring => ring).ToList();
        var (left, right) = (points.Min(point => X(point.Longitude)), points.Max(point => X(point.Longitude)));
        var (top, bottom) = (points.Min(point => Y(point.Latitude)), points.Max(point => Y(point.Latitude)));
        return new MapFrame(left - Margin, top - Margin, right - left + (2 * Margin), bottom - top + (2 * Margin));
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Draw(string departement) => string.Concat(Outlines.Of(departement).Select(ring =>
        $"M{string.Join('L', ring.Select(point => $"{Number(X(point.Longitude))} {Number(Y(point.Latitude))}"))}Z"));
}

/// <summary>A part of the drawing, in kilometres.</summary>
internal sealed record MapFrame(double Left, double Top, double Width, double Height)
{
    /// <summary>Letters and points keep their size whatever is shown.</summary>
    public double Unit => Width / 100;

    public string ViewBox => $"{MapDrawing.Number(Left)} {MapDrawing.Number(Top)} {MapDrawing.Number(Width)} {MapDrawing.Number(Height)}";
}
