using Seminar.Storage;

namespace Seminar.Host.Themes;

/// <summary>
/// Going back to an older version with the data of its time. Restored while the newer version serves, a copy from before its migration would
/// be migrated again at once; which of the two is wanted is for the administrator to say.
/// </summary>
internal sealed class ThemeRollback(ThemeRegistry themes, ThemeFolders folders)
{
    /// <exception cref="MigrationException">The copy is from before a migration of the version that serves, and an older version is there.</exception>
    public void RefuseToMigrateAgain(string key, string source)
    {
        if (themes.Find(key) is not { } running || running.Database.FirstPendingIn(source, key) is not { } migration || Older(running) is not { } older)
        {
            return;
        }

        throw new MigrationException(
            $"Cette copie date d’avant la migration « {migration} », que la version {running.Identity.Version} en service referait aussitôt. "
            + $"Désactivez d’abord la thématique (« themes disable {key} »), puis restaurez la copie. "
            + $"Pour revenir à la version {older} : « themes pin {key} {older} », puis « themes enable {key} ». "
            + $"Pour garder la version {running.Identity.Version} : « themes enable {key} ».");
    }

    private string? Older(RunningTheme running) => folders.Find().FirstOrDefault(theme => theme.Key == running.Identity.Key)?
        .Where(candidate => candidate.Manifest is { } manifest && manifest.Version < running.Manifest.Version)
        .MaxBy(candidate => candidate.Manifest!.Version)?.VersionText;
}
