using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

/// <summary>The seed files, as they are in the repository.</summary>
internal static class Seeds
{
    public static readonly IReadOnlyList<string> Keys =
        ["business", "mobility", "guidance", "sport-culture", "employment-service", "rupture", "engagement", "qualification"];

    private static readonly string Folder = Path.Combine(RepositoryRoot(), "seeds", "occitanie-cej");

    public static string Text(string theme) => File.ReadAllText(Path.Combine(Folder, "themes", theme + ".json"));

    public static string SeminarText() => File.ReadAllText(Path.Combine(Folder, "seminar.json"));

    public static WorkshopDocument Document(string theme) => ReadWorkshopJson.Read(Text(theme)).Document!;

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Seminar.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
