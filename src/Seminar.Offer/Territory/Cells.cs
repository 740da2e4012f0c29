using System.Globalization;

namespace Seminar.Offer.Territory;

/// <summary>The map in squares of a tenth of a degree, some eleven kilometres: a search by distance looks at those within reach first.</summary>
internal static class Cells
{
    public const double KilometresPerDegree = 111.2;

    public const double Side = 0.1;

    public static string Of(double latitude, double longitude) => Name(Index(latitude), Index(longitude));

    public static IEnumerable<string> Within(double latitude, double longitude, double kilometres)
    {
        var tall = kilometres / KilometresPerDegree;
        var wide = tall / Math.Cos(latitude * Math.PI / 180);
        for (var row = Index(latitude - tall); row <= Index(latitude + tall); row++)
        {
            for (var column = Index(longitude - wide); column <= Index(longitude + wide); column++)
            {
                yield return Name(row, column);
            }
        }
    }

    private static int Index(double degrees) => (int)Math.Floor(degrees / Side);

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"g_{row}_{column}");
}
