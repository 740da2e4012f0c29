namespace Seminar.Synthesis.Reference;

/// <summary>The 101 départements with their region: Code officiel géographique 2026, © Insee, Licence Ouverte 2.0.</summary>
internal static class Departements
{
    private static readonly Lazy<IReadOnlyList<Departement>> All = new(Read);

    /// <summary>Code and name of the départements of a region.</summary>
    /// <param name="region">INSEE code of the region.</param>
    public static IReadOnlyDictionary<string, string> Of(string region) =>
        All.Value.Where(departement => departement.Region == region).ToDictionary(departement => departement.Code, departement => departement.Name);

    private static List<Departement> Read()
    {
        using var reader = new StreamReader(typeof(Departements).Assembly.GetManifestResourceStream("departements.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(','))
            .Select(fields => new Departement(fields[0], fields[1], fields[2]))];
    }

    private sealed record Departement(string Code, string Name, string Region);
}
