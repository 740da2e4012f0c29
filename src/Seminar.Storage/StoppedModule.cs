using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>Backup and restore of a module that nobody has open: a theme that is off, or a host that is stopped.</summary>
public static class StoppedModule
{
    /// <summary>Copies the database to a file. An existing file is replaced only by a whole copy.</summary>
    /// <param name="path">The module's database.</param>
    /// <param name="target">The copy.</param>
    /// <exception cref="MigrationException">The database can't be read.</exception>
    public static void Backup(string path, string target)
    {
        try
        {
            using var connection = BackupFile.Open(path, SqliteOpenMode.ReadWrite);
            BackupFile.Copy(connection, target);
        }
        catch (SqliteException exception)
        {
            throw new MigrationException($"La base « {Path.GetFileName(path)} » ne se lit pas : {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Puts a backup in the place of the database, whose present content is kept first, even when it can't be read any more. A copy of a
    /// module whose schema is not known here is migrated, or refused as newer, when the module is next opened.
    /// </summary>
    /// <param name="path">The module's database; it may be absent.</param>
    /// <param name="source">The backup.</param>
    /// <param name="backups">Folder for the backup of the present content.</param>
    /// <param name="rules">What the backup must be.</param>
    /// <exception cref="MigrationException">The file is no sound backup of this module; nothing was changed.</exception>
    public static void Restore(string path, string source, string backups, RestoreRules rules)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var prepared = $"{path}.{Guid.NewGuid():N}.restore";
        try
        {
            BackupFile.Prepare(source, prepared, rules);
            KeepPresent(path, backups);
            new SqliteFile(path).ClearPools();
            // Those of a database that could not be read and is kept aside: closing a sound one has removed them.
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            File.Move(prepared, path, overwrite: true);
        }
        finally
        {
            File.Delete(prepared);
        }
    }

    /// <summary>Removes what a process left that was killed while it copied or restored; nobody else may be at work on the folder.</summary>
    /// <param name="folder">Databases or backups, with all that lies below.</param>
    public static void RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(BackupFile.IsLeftover).ToList())
        {
            File.Delete(file);
        }
    }

    private static void KeepPresent(string path, string backups)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var connection = BackupFile.Open(path, SqliteOpenMode.ReadWrite);
            BackupFile.KeepPresent(connection, backups);
        }
        catch (SqliteException)
        {
            BackupFile.KeepUnreadable(path, BackupFile.Name(backups, "before-restore"));
        }
    }
}
