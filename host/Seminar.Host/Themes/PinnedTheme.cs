using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>What came of holding a theme at a version: its status, or why nothing was changed.</summary>
internal sealed record PinnedTheme(ThemeStatus? Status, string? Refusal)
{
    public static PinnedTheme Refused(string reason) => new(null, reason);

    public static string Absent(string version, IEnumerable<ThemeCandidate> candidates)
    {
        var there = candidates.Select(candidate => candidate.VersionText).OfType<string>().ToList();
        return $"La version {version} n’est pas dans le dossier{(there.Count == 0 ? "" : $", qui contient : {string.Join(", ", there)}")}.";
    }
}
