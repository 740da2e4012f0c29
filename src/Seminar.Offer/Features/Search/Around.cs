using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Search;

/// <summary>Distances in SQL. On so small a piece of the earth, a plane whose degrees of longitude are shortened is exact to a few metres.</summary>
internal static class Around
{
    /// <summary>The square of the distance to a row « place », in square kilometres.</summary>
    public const string Square = "((place.latitude - @latitude) * (place.latitude - @latitude) * @tall + (place.longitude - @longitude) * (place.longitude - @longitude) * @wide)";

    public static Reach Parameters(Commune centre, int kilometres) => new(
        centre.Latitude, centre.Longitude, Cells.KilometresPerDegree * Cells.KilometresPerDegree,
        Math.Pow(Cells.KilometresPerDegree * Math.Cos(centre.Latitude * Math.PI / 180), 2), (double)kilometres * kilometres);

    /// <summary>What the SQL needs to know, under the names that it uses.</summary>
    internal sealed record Reach(double latitude, double longitude, double tall, double wide, double reach);
}
