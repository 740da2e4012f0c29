namespace Seminar.Host.Tests;

/// <summary>A folder of a test's own, with data and themes to spoil; removed at the end.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("seminar-").FullName;

    public string Data => Path.Combine(_root, "data");

    public string Themes => Directory.CreateDirectory(Path.Combine(_root, "themes")).FullName;

    /// <summary>Puts one of the broken themes, or a sound one, among this workspace's themes.</summary>
    public string AddBroken(string key, string version = "1.0.0") =>
        Copy(Path.Combine(AppContext.BaseDirectory, "broken-themes", key, version), Path.Combine(Themes, key, version));

    /// <summary>Puts version 1.0.0 of one of them among this workspace's themes, under another number.</summary>
    public string AddVersion(string key, string version)
    {
        var folder = Copy(Path.Combine(AppContext.BaseDirectory, "broken-themes", key, "1.0.0"), Path.Combine(Themes, key, version));
        var manifest = Path.Combine(folder, "theme.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"version\": \"1.0.0\"", $"\"version\": \"{version}\"", StringComparison.Ordinal));
        return folder;
    }

    /// <summary>Puts the program's own themes among this workspace's themes.</summary>
    public void AddReal(params string[] keys)
    {
        foreach (var folder in Directory.EnumerateDirectories(HostProcess.ThemesFolder).Where(folder => keys.Length == 0 || keys.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(Themes, Path.GetFileName(folder)));
        }
    }

    public string ThemeDatabase(string key) => Path.Combine(Data, "themes", key + ".db");

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may hold a file a moment longer; the system's temporary folder is swept anyway.
        }
    }

    public static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return to;
    }
}
