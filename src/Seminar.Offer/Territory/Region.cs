namespace Seminar.Offer.Territory;

/// <summary>Occitanie, and its thirteen départements.</summary>
internal static class Region
{
    /// <summary>INSEE code of the region whose communes are known here.</summary>
    public const string Code = "76";

    public static IReadOnlyDictionary<string, string> Departements { get; } = Contracts.Reference.Departements.Of(Code);

    /// <param name="insee">Code of a commune.</param>
    public static bool Holds(string insee) => insee.Length == 5 && Departements.ContainsKey(Communes.DepartementOf(insee));
}
