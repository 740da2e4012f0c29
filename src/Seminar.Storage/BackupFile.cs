using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>Copies of databases: whole or absent, free of what was deleted, and knowing which module they are from.</summary>
internal static partial class BackupFile
{
    /// <summary>Copies a database to a file. An existing file is replaced only by a whole copy.</summary>
    public static void Copy(SqliteConnection connection, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var copy = Open(partial, SqliteOpenMode.ReadWriteCreate))
            {
                connection.BackupDatabase(copy);
                // One file, without a -wal beside it: easier to carry. Written anew: deleted rows stand in the pages until then.
                SqliteFile.Execute(copy, "PRAGMA journal_mode=DELETE; VACUUM");
            }

            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Keeps what a restore is about to replace; as plain files when it can't be read any more.</summary>
    public static void KeepPresent(SqliteConnection connection, string backups)
    {
        var name = Name(backups, "before-restore");
        try
        {
            Copy(connection, name);
        }
        catch (SqliteException)
        {
            KeepUnreadable(connection.DataSource, name);
        }
    }

    /// <summary>Keeps a file that is no readable database any more, with its journal.</summary>
    public static void KeepUnreadable(string path, string name)
    {
        var kept = Path.ChangeExtension(name, ".illisible");
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.Copy(path, kept);
        if (File.Exists(path + "-wal"))
        {
            File.Copy(path + "-wal", kept + "-wal");
        }
    }

    /// <summary>Checks a backup and makes of it, aside, what is to replace a module's content: migrated and changed as asked.</summary>
    /// <exception cref="MigrationException">It is no sound backup of this module; the message tells why.</exception>
    public static void Prepare(string source, string prepared, RestoreRules rules)
    {
        if (!File.Exists(source))
        {
            throw new MigrationException($"Le fichier « {source} » n’existe pas.");
        }

        try
        {
            using (var backup = Open(source, SqliteOpenMode.ReadOnly))
            {
                RefuseUnsound(backup);
                RefuseForeign(backup, rules.Owners);
                Copy(backup, prepared);
            }

            using var copy = Open(prepared, SqliteOpenMode.ReadWrite);
            SqliteFile.Execute(copy, "PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON");
            if (rules.Series is { } series)
            {
                Migrator.Migrate(copy, series, _ => { }, CancellationToken.None);
            }

            rules.Change?.Invoke(copy);
        }
        catch (SqliteException exception)
        {
            throw new MigrationException($"Le fichier n’est pas une sauvegarde lisible : {exception.Message}", exception);
        }
    }

    public static string Name(string folder, string reason) =>
        Path.Combine(folder, $"{DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{reason}.db");

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        DapperTypes.Ensure();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Whether a file was being copied or restored when the process was killed; what it was to replace is untouched.</summary>
    public static bool IsLeftover(string path) => Leftover().IsMatch(Path.GetFileName(path));

    private static void RefuseUnsound(SqliteConnection backup)
    {
        var verdict = backup.ExecuteScalar<string>("PRAGMA integrity_check");
        if (verdict != "ok")
        {
            throw new MigrationException($"La sauvegarde est abîmée : {verdict}");
        }
    }

    private static void RefuseForeign(SqliteConnection backup, IReadOnlyList<string> expected)
    {
        var owners = Migrator.Owners(backup);
        if (owners.Count == 0)
        {
            throw new MigrationException("Ce fichier n’est la sauvegarde d’aucun module.");
        }

        // The last is the module's own: two themes have the others in common.
        if (owners.Except(expected).FirstOrDefault() is { } stranger)
        {
            throw new MigrationException(
                $"Cette sauvegarde contient les données de « {stranger} » : elle est celle d’un autre module que « {expected[^1]} ». Rien n’a été changé.");
        }

        if (!owners.Contains(expected[^1]))
        {
            throw new MigrationException(
                $"Cette sauvegarde ne dit pas qu’elle vient de « {expected[^1]} » : elle est celle d’un autre module. Rien n’a été changé.");
        }
    }

    [GeneratedRegex(@"\.[0-9a-f]{32}\.(partial|restore)(-journal|-wal|-shm)?$")]
    private static partial Regex Leftover();
}

/// <summary>What a backup must be to be restored, and what is done to it before anyone sees it.</summary>
/// <param name="Owners">The owners of tables that it may have; the last is the module's own, which it must have.</param>
/// <param name="Series">What its schema becomes; null when only the module itself knows, at its next opening.</param>
/// <param name="Change">What is changed in the copy.</param>
public sealed record RestoreRules(IReadOnlyList<string> Owners, IReadOnlyList<MigrationSeries>? Series = null, Action<SqliteConnection>? Change = null)
{
    /// <summary>The rules of a module whose schema is known.</summary>
    public static RestoreRules Of(IReadOnlyList<MigrationSeries> series, Action<SqliteConnection>? change) =>
        new([.. series.Select(one => one.Name)], series, change);
}
