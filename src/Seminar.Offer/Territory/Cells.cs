using System.Globalization;

namespace Seminar.Offer.Territory;

/// <summary>The map in squares of a tenth of a degree, some eleven kilometres: a search by distance looks at those within reach first.</summary>
internal static class Cells
{
    public const double KilometresPerDegree = 111.2;

    private const double Side = 0.1;
    private const long RowsApart = 10_000;

    public static string Of(double latitude, double longitude) => Name(Index(latitude), Index(longitude));

    /// <summary>One number for a square: what sheets are counted by.</summary>
    public static long NumberOf(double latitude, double longitude) => (Index(latitude) * RowsApart) + Index(longitude) + (RowsApart / 2);

    /// <summary>The middle of the square that has this number.</summary>
    public static (double Latitude, double Longitude) MiddleOf(long number)
    {
        var row = Math.Floor((double)number / RowsApart);
        var column = number - (row * RowsApart) - (RowsApart / 2);
        return ((row + 0.5) * Side, (column + 0.5) * Side);
    }

    /// <summary>The squares that a circle touches.</summary>
    public static IEnumerable<string> Within(double latitude, double longitude, double kilometres)
    {
        var tall = kilometres / KilometresPerDegree;
        var wide = tall / Math.Cos(latitude * Math.PI / 180);
        for (var row = Index(latitude - tall); row <= Index(latitude + tall); row++)
        {
            for (var column = Index(longitude - wide); column <= Index(longitude + wide); column++)
            {
                // From the nearest point of the square; those in the corners of the box are out of reach.
                var (north, east) = (Away(latitude, row) / tall, Away(longitude, column) / wide);
                if ((north * north) + (east * east) <= 1)
                {
                    yield return Name(row, column);
                }
            }
        }
    }

    private static double Away(double degrees, int index) => degrees - Math.Clamp(degrees, index * Side, (index + 1) * Side);

    private static int Index(double degrees) => (int)Math.Floor(degrees / Side);

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"g_{row}_{column}");
}
