using System.Globalization;
using Seminar.Offer.Reference;

namespace Seminar.Offer.Territory;

/// <summary>The outlines of the départements of Occitanie, simplified for a map of the whole region.</summary>
internal static class Outlines
{
    private static readonly Lazy<ILookup<string, IReadOnlyList<(double Longitude, double Latitude)>>> Rings = new(Read);

    /// <summary>The rings of a département: one, more where islands or enclaves are.</summary>
    public static IEnumerable<IReadOnlyList<(double Longitude, double Latitude)>> Of(string departement) => Rings.Value[departement];

    private static ILookup<string, IReadOnlyList<(double Longitude, double Latitude)>> Read() => ReferenceFile.Read("outlines")
        .ToLookup(line => line[0], line => (IReadOnlyList<(double, double)>)[.. line[1].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).Chunk(2).Select(pair => (pair[0], pair[1]))]);
}
