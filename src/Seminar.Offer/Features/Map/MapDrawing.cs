using System.Globalization;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Map;

/// <summary>
/// Turns degrees into the units of the drawing: kilometres at the middle of the region, from its north-west corner. The projection is
/// Mercator’s, as everywhere on the web, so that tiles fit under it.
/// </summary>
internal static class MapDrawing
{
    private const double West = -0.35;
    private const double North = 45.08;
    private const double Margin = 6;

    private const double Middle = 43.7;

    private static readonly double KilometresPerLongitude = Cells.KilometresPerDegree * Math.Cos(Radians(Middle));

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Paths = new(() => Region.Departements.Keys.ToDictionary(code => code, Draw));

    private static readonly Lazy<IReadOnlyDictionary<string, MapFrame>> Boxes = new(() => Region.Departements.Keys.ToDictionary(code => code, BoxOf));

    public static double X(double longitude) => (longitude - West) * KilometresPerLongitude;

    public static double Y(double latitude) => (Stretched(North) - Stretched(latitude)) * KilometresPerLongitude;

    /// <summary>A distance on the ground as the drawing shows it there: a little longer to the north.</summary>
    public static double Length(double kilometres, double latitude) => kilometres * Math.Cos(Radians(Middle)) / Math.Cos(Radians(latitude));

    /// <summary>Where a tile lies, by the numbering of web maps: <c>2^zoom</c> columns from the antimeridian, rows from the north.</summary>
    public static (double Left, double Top, double Side) Tile(int zoom, int column, int row)
    {
        var degrees = 360 / Math.Pow(2, zoom);
        return (X((column * degrees) - 180), (Stretched(North) - (180 - (row * degrees))) * KilometresPerLongitude, degrees * KilometresPerLongitude);
    }

    /// <summary>The tile that holds a point of the drawing.</summary>
    public static (int Column, int Row) TileAt(int zoom, double left, double top)
    {
        var degrees = 360 / Math.Pow(2, zoom);
        return ((int)Math.Floor(((left / KilometresPerLongitude) + West + 180) / degrees), (int)Math.Floor((180 - Stretched(North) + (top / KilometresPerLongitude)) / degrees));
    }

    public static string Path(string departement) => Paths.Value[departement];

    /// <summary>Where the number of a département is written: the middle of the box around it.</summary>
    public static (double X, double Y) LabelOf(string departement)
    {
        var box = Boxes.Value[departement];
        return (box.Left + (box.Width / 2), box.Top + (box.Height / 2));
    }

    /// <summary>What part of the region is shown.</summary>
    public static MapFrame FrameOf(string? departement, Commune? place, int kilometres)
    {
        if (place is not null)
        {
            var reach = Length(kilometres, place.Latitude) + Margin;
            return new MapFrame(X(place.Longitude) - reach, Y(place.Latitude) - reach, 2 * reach, 2 * reach);
        }

        var boxes = departement is null ? [.. Boxes.Value.Values] : new[] { Boxes.Value[departement] };
        var (left, right) = (boxes.Min(box => box.Left), boxes.Max(box => box.Left + box.Width));
        var (top, bottom) = (boxes.Min(box => box.Top), boxes.Max(box => box.Top + box.Height));
        return new MapFrame(left - Margin, top - Margin, right - left + (2 * Margin), bottom - top + (2 * Margin));
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static MapFrame BoxOf(string departement)
    {
        var points = Outlines.Of(departement).SelectMany(ring => ring).ToList();
        var (left, right) = (points.Min(point => X(point.Longitude)), points.Max(point => X(point.Longitude)));
        var (top, bottom) = (points.Min(point => Y(point.Latitude)), points.Max(point => Y(point.Latitude)));
        return new MapFrame(left, top, right - left, bottom - top);
    }

    /// <summary>Mercator’s latitude, in degrees as long as those of longitude.</summary>
    private static double Stretched(double latitude) => Math.Log(Math.Tan((Math.PI / 4) + (Radians(latitude) / 2))) * 180 / Math.PI;

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static string Draw(string departement) => string.Concat(Outlines.Of(departement).Select(ring =>
        $"M{string.Join('L', ring.Select(point => $"{Number(X(point.Longitude))} {Number(Y(point.Latitude))}"))}Z"));
}

/// <summary>A part of the drawing, in kilometres.</summary>
internal sealed record MapFrame(double Left, double Top, double Width, double Height)
{
    /// <summary>Letters and points keep their size whatever is shown.</summary>
    public double Unit => Width / 100;

    /// <summary>Whether a place is in it.</summary>
    public bool Holds(double latitude, double longitude)
    {
        var (right, down) = (MapDrawing.X(longitude) - Left, MapDrawing.Y(latitude) - Top);
        return right >= 0 && right <= Width && down >= 0 && down <= Height;
    }

    public string ViewBox => $"{MapDrawing.Number(Left)} {MapDrawing.Number(Top)} {MapDrawing.Number(Width)} {MapDrawing.Number(Height)}";
}
