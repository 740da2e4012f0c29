using System.Security.Cryptography;
using System.Text;
using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>A version of a theme found on disk: its manifest, or why there is none.</summary>
internal sealed record ThemeCandidate(string Key, string Folder, ThemeManifest? Manifest, ThemeFailure? Failure)
{
    /// <summary>The version as texts compare it; null without a manifest.</summary>
    public string? VersionText => Manifest?.Version.ToNormalizedString();

    /// <summary>Tells these files from others that bear the same version: their names, lengths and times.</summary>
    public string Stamp { get; } = StampOf(Folder);

    private static string StampOf(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetRelativePath(folder, file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}")
                .Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))))[..16];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Being removed, or closed to us: whatever comes next is other files.
            return "";
        }
    }
}

/// <summary>Finds themes by folder: <c>&lt;themes&gt;/&lt;key&gt;/&lt;version&gt;/theme.json</c>.</summary>
internal sealed class ThemeFolders(string root)
{
    public string Root => root;

    /// <summary>Whether a theme of this key is installed, in whatever state.</summary>
    public bool Has(string key) => Directory.Exists(Path.Combine(root, key));

    /// <summary>Every version of every theme, grouped by the folder that bears its key.</summary>
    public IReadOnlyList<IGrouping<string, ThemeCandidate>> Find()
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var candidates = Directory.EnumerateDirectories(root)
            .Order(StringComparer.Ordinal)
            .SelectMany(FindVersions)
            .ToList();
        return [.. RefuseDoubleSlugs(candidates).GroupBy(candidate => candidate.Key)];
    }

    private static IEnumerable<ThemeCandidate> FindVersions(string themeFolder)
    {
        var key = Path.GetFileName(themeFolder);
        var versions = Directory.EnumerateDirectories(themeFolder).ToList();
        return versions.Count == 0
            ? [new ThemeCandidate(key, themeFolder, null, Fault("Le dossier ne contient aucune version.", "Réinstallez la thématique : <clé>/<version>/theme.json."))]
            : versions.Select(folder => Read(key, folder));
    }

    private static ThemeCandidate Read(string key, string folder)
    {
        try
        {
            var manifest = ThemeManifest.Read(folder);
            return manifest.Key == key
                ? new ThemeCandidate(key, folder, manifest, null)
                : new ThemeCandidate(key, folder, null, Fault(
                    $"Le dossier « {key} » annonce la clé « {manifest.Key} », qui est celle d’un autre dossier.",
                    "Donnez au dossier le nom de la clé, ou retirez le double."));
        }
        catch (ThemeFailure failure)
        {
            return new ThemeCandidate(key, folder, null, failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ThemeCandidate(key, folder, null, Fault($"Le dossier ne se lit pas : {exception.Message}", "Vérifiez les droits du dossier."));
        }
    }

    /// <summary>Two themes at one address: the first by key keeps it.</summary>
    private static IEnumerable<ThemeCandidate> RefuseDoubleSlugs(IEnumerable<ThemeCandidate> candidates)
    {
        var owners = new Dictionary<string, string>();
        foreach (var candidate in candidates)
        {
            if (candidate.Manifest is { } manifest
                && !owners.TryAdd(manifest.Slug, candidate.Key)
                && owners[manifest.Slug] != candidate.Key)
            {
                yield return candidate with
                {
                    Manifest = null,
                    Failure = TakenAddress(manifest.Slug, owners[manifest.Slug]),
                };
                continue;
            }

            yield return candidate;
        }
    }

    public static ThemeFailure TakenAddress(string slug, string owner) =>
        Fault($"L’adresse « /ateliers/{slug} » est déjà celle de la thématique « {owner} ».", "Changez le slug dans theme.json.");

    private static ThemeFailure Fault(string reason, string remedy) => new(ThemeState.Failed, "dossier", reason, remedy);
}
