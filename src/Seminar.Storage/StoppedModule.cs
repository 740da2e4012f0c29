using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>Backup and restore of a module that nobody has open: a theme that is off, or a host that is stopped.</summary>
public static class StoppedModule
{
    /// <summary>Copies the database to a file. An existing file is replaced only by a whole copy.</summary>
    /// <param name="path">The module's database.</param>
    /// <param name="target">The copy.</param>
    public static void Backup(string path, string target)
    {
        using var connection = Open(path);
        ModuleDatabase.CopyTo(connection, target);
    }

    /// <summary>
    /// Puts a backup in the place of the database, whose present content is backed up first. Whether its schema suits
    /// the module shows when the module is next opened: an older one is migrated, a newer one refused and left alone.
    /// </summary>
    /// <param name="path">The module's database; it may be absent.</param>
    /// <param name="source">The backup.</param>
    /// <param name="backups">Folder for the backup of the present content.</param>
    /// <exception cref="MigrationException">The file is no sound backup of a module; nothing was changed.</exception>
    public static void Restore(string path, string source, string backups)
    {
        Check(source);
        if (File.Exists(path))
        {
            Backup(path, ModuleDatabase.BackupName(backups, "before-restore"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var copy = Open(source);
        using var database = new SqliteFile(path).OpenWriter();
        copy.BackupDatabase(database);
        new SqliteFile(path).ClearPools();
    }

    private static void Check(string source)
    {
        if (!File.Exists(source))
        {
            throw new MigrationException($"Le fichier « {source} » n’existe pas.");
        }

        try
        {
            using var connection = Open(source);
            var verdict = connection.ExecuteScalar<string>("PRAGMA integrity_check");
            if (verdict != "ok" || connection.ExecuteScalar<long>("SELECT count(*) FROM migration") == 0)
            {
                throw new MigrationException($"La sauvegarde est abîmée : {verdict}");
            }
        }
        catch (SqliteException exception)
        {
            throw new MigrationException($"Le fichier n’est pas une sauvegarde lisible : {exception.Message}", exception);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
