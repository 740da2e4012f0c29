namespace Seminar.Host.Themes;

/// <summary>What happened to a theme's folder since the theme was started or stopped, and what to do about it.</summary>
internal sealed record FolderNews(string Reason, string Remedy)
{
    /// <param name="entry">The theme, as it was started or stopped.</param>
    /// <param name="now">What its folder holds now, newest first; empty when there is none.</param>
    /// <returns>Null when nothing happened.</returns>
    public static FolderNews? Of(ThemeEntry entry, IReadOnlyList<ThemeCandidate> now)
    {
        if (entry.Theme is { } running)
        {
            return OfRunning(entry, running, now);
        }

        return now.Count == 0
            ? new FolderNews("Son dossier a disparu.", "Remettez le dossier ; ses données sont gardées.")
            : now.Any(candidate => IsNew(entry, candidate))
                ? new FolderNews("Son dossier a changé depuis.", Try(entry))
                : null;
    }

    private static FolderNews? OfRunning(ThemeEntry entry, RunningTheme running, IReadOnlyList<ThemeCandidate> now)
    {
        var version = running.Identity.Version;
        var own = now.FirstOrDefault(candidate => candidate.VersionText == version);
        if (own is null)
        {
            return new FolderNews(
                $"Le dossier de la version {version} a disparu ; elle sert jusqu’à l’arrêt du programme.",
                "Remettez le dossier, ou désactivez la thématique ; ses données sont gardées.");
        }

        if (now.FirstOrDefault(candidate => candidate.VersionText != version && IsNew(entry, candidate)) is { } arrived)
        {
            return new FolderNews(
                $"La version {arrived.VersionText ?? Path.GetFileName(arrived.Folder)} est arrivée dans le dossier ; la version {version} sert.", Try(entry));
        }

        return own.Stamp == running.Candidate.Stamp
            ? null
            : new FolderNews($"Les fichiers de la version {version} ont changé ; elle sert telle qu’elle était.", Try(entry));
    }

    private static bool IsNew(ThemeEntry entry, ThemeCandidate candidate) =>
        !entry.Seen.Any(seen => seen.Folder == candidate.Folder && seen.Stamp == candidate.Stamp);

    private static string Try(ThemeEntry entry) =>
        $"Pour la démarrer : commande « themes enable {entry.Told.Key} », ou relancez le programme.";
}
