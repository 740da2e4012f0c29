namespace Seminar.Offer.Tests;

/// <summary>Formats and samples of the field, which lie beside the project and are never part of it. Tests that need them are skipped where they are absent.</summary>
internal static class Ecosystem
{
    public static string File(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !root.EnumerateFiles("Seminar.sln").Any())
        {
            root = root.Parent;
        }

        var file = Path.Combine(root!.FullName, "..", "shared", "ecosystem", path);
        Assert.SkipUnless(System.IO.File.Exists(file), $"Il manque ../shared/ecosystem/{path}, à côté du projet.");
        return file;
    }
}
