namespace Seminar.Contracts.Reference;

/// <summary>The 101 départements with their region: Code officiel géographique 2026, © Insee, Licence Ouverte 2.0.</summary>
public static class Departements
{
    private static readonly Lazy<IReadOnlyList<Departement>> List = new(Read);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Departement> All => List.Value;

    /// <summary>Code and name of the départements of a region.</summary>
    /// <param name="region">INSEE code of the region.</param>
    /// <returns>Names by code; empty for an unknown region.</returns>
    public static IReadOnlyDictionary<string, string> Of(string region) =>
        All.Where(departement => departement.Region == region).ToDictionary(departement => departement.Code, departement => departement.Name);

    /// <summary>The name of a département.</summary>
    /// <param name="code">INSEE code: <c>01</c>, <c>2A</c>, <c>971</c>.</param>
    /// <returns>The name, or the code itself when it is not known.</returns>
    public static string NameOf(string code) => All.FirstOrDefault(departement => departement.Code == code)?.Name ?? code;

    private static List<Departement> Read()
    {
        using var reader = new StreamReader(typeof(Departements).Assembly.GetManifestResourceStream("departements.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(','))
            .Select(fields => new Departement(fields[0], fields[1], fields[2]))];
    }
}

/// <summary>A département of France.</summary>
/// <param name="Code">INSEE code.</param>
/// <param name="Name">Name.</param>
/// <param name="Region">INSEE code of its region.</param>
public sealed record Departement(string Code, string Name, string Region);
