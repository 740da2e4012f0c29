namespace Seminar.Offer.Territory;

/// <summary>A commune.</summary>
/// <param name="Insee">INSEE code, five characters.</param>
/// <param name="Name">Name.</param>
/// <param name="PostalCodes">Its postal codes, one at least.</param>
/// <param name="Epci">SIREN of its intercommunalité.</param>
/// <param name="Longitude">Of its centre, WGS84 degrees.</param>
/// <param name="Latitude">Of its centre, WGS84 degrees.</param>
public sealed record Commune(string Insee, string Name, IReadOnlyList<string> PostalCodes, string Epci, double Longitude, double Latitude)
{
    public string Departement => Communes.DepartementOf(Insee);

    /// <summary>« Figeac (46) »: names recur from one département to the next.</summary>
    public string FullName => $"{Name} ({Departement})";
}
