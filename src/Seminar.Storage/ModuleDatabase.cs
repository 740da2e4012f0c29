using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Seminar.Contracts.Storage;

namespace Seminar.Storage;

/// <summary>A module's database in a SQLite file: WAL, synchronous=FULL, one writer with group commit, many readers.</summary>
public sealed class ModuleDatabase : IModuleDatabase, IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly GroupCommit _writer;
    private readonly IReadOnlyList<MigrationSeries> _series;
    private readonly string _backups;
    private long _version = 1;
    private volatile bool _closed;

    private ModuleDatabase(SqliteFile file, IReadOnlyList<MigrationSeries> series, string backups)
    {
        _file = file;
        _series = series;
        _backups = backups;
        _writer = new GroupCommit(file, () => Interlocked.Increment(ref _version));
    }

    /// <inheritdoc/>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The database file.</summary>
    public string Path => _file.Path;

    /// <summary>Opens the database, creates it when it is absent, and brings its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="backups">Folder for the backup that is made before an existing database is migrated.</param>
    /// <param name="series">The migrations of each owner of tables in it.</param>
    /// <exception cref="MigrationException">The schema can't be brought up to date; the file is as it was.</exception>
    public static ModuleDatabase Open(string path, string backups, params IReadOnlyList<MigrationSeries> series) =>
        Open(path, backups, series, CancellationToken.None);

    /// <summary>Opens the database; gives up, with nothing changed, when nobody waits for it any more.</summary>
    /// <param name="path">The file.</param>
    /// <param name="backups">Folder for the backup that is made before an existing database is migrated.</param>
    /// <param name="series">The migrations of each owner of tables in it.</param>
    /// <param name="cancel">Nobody waits any more.</param>
    /// <exception cref="MigrationException">The schema can't be brought up to date; the file is as it was.</exception>
    public static ModuleDatabase Open(string path, string backups, IReadOnlyList<MigrationSeries> series, CancellationToken cancel)
    {
        var file = new SqliteFile(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file.Path)!);
            RefuseBeforeTouching(file, series);
            using var connection = file.OpenWriter();
            SqliteFile.StopWhen(connection, cancel);
            Migrator.Migrate(connection, series, reason => BackupFile.Copy(connection, BackupFile.Name(backups, reason)), cancel);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            file.ClearPools();
            throw new MigrationException($"La base de données ne s’ouvre pas : {exception.Message}", exception);
        }
        catch
        {
            file.ClearPools();
            throw;
        }

        return new ModuleDatabase(file, series, backups);
    }

    /// <summary>Loads the database engine ahead of the first opening, which would otherwise wait for it.</summary>
    public static void LoadEngine()
    {
        DapperTypes.Ensure();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.ExecuteScalar<long>("SELECT 1");
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        ReadSnapshotAsync<IReadOnlyList<T>>(connection => Rows<T>(connection, sql, parameters), cancel);

    /// <inheritdoc/>
    public Task<T?> ReadOneAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        ReadSnapshotAsync(connection => connection.QueryFirstOrDefault<T?>(sql, parameters), cancel);

    /// <inheritdoc/>
    public Task<T> ReadSnapshotAsync<T>(Func<DbConnection, T> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        RefuseTask<T>();
        cancel.ThrowIfCancellationRequested();

        // SQLite has no asynchronous reading: a task made of it would only move the same work to another thread.
        using var connection = OpenReader();
        SqliteFile.Execute(connection, "BEGIN");
        try
        {
            return Task.FromResult(SqlGuard.Run(connection, read));
        }
        finally
        {
            SqliteFile.Execute(connection, "ROLLBACK");
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<DbConnection, T> write, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        RefuseTask<T>();
        return _writer.WriteAsync(write, cancel);
    }

    /// <summary>Copies the database to a file while it is in use. An existing file is replaced only by a whole copy.</summary>
    public Task BackupAsync(string target, CancellationToken cancel) => Task.Run(
        () =>
        {
            if (System.IO.Path.GetFullPath(target) == Path)
            {
                throw new IOException("La sauvegarde ne peut pas prendre la place de la base elle-même.");
            }

            using var connection = OpenReader();
            BackupFile.Copy(connection, target);
        },
        cancel);

    /// <summary>
    /// Replaces the content by that of a backup, while readers go on; they see the old content until the new one is
    /// whole. The present content is backed up first. An older backup is migrated.
    /// </summary>
    /// <param name="source">The backup.</param>
    /// <param name="cancel">Gives up, with nothing changed, as long as the replacing has not begun.</param>
    /// <param name="change">What is changed in the copy before anyone sees it.</param>
    /// <exception cref="MigrationException">The file is no sound backup of this module; nothing was changed.</exception>
    public async Task RestoreAsync(string source, CancellationToken cancel, Action<SqliteConnection>? change = null)
    {
        // Checked and migrated aside, so that what replaces the content is whole, at once.
        var prepared = $"{Path}.{Guid.NewGuid():N}.restore";
        try
        {
            await Task.Run(() => BackupFile.Prepare(source, prepared, RestoreRules.Of(_series, change)), cancel);
            await _writer.AloneAsync(connection => Replace(connection, prepared), cancel);
        }
        catch (SqliteException exception)
        {
            throw new MigrationException(
                $"La base présente ne se laisse pas remplacer pendant le service ({exception.Message}). Arrêtez le programme, ou désactivez la thématique, puis recommencez.",
                exception);
        }
        finally
        {
            File.Delete(prepared);
        }
    }

    /// <summary>
    /// Leaves nothing of what was deleted: not in the file, written anew, nor in its journal. A journal that someone still reads stays until
    /// the next time.
    /// </summary>
    public Task ScrubAsync(CancellationToken cancel) => _writer.AloneAsync(SqliteFile.Scrub, cancel);

    /// <summary>The first migration that a backup does not have yet, and that a restore would make at once; null when there is none.</summary>
    /// <param name="source">The backup; one that cannot be read has none, and is for <see cref="RestoreAsync"/> to refuse.</param>
    /// <param name="series">Whose migrations.</param>
    public string? FirstPendingIn(string source, string series)
    {
        if (!File.Exists(source) || _series.FirstOrDefault(one => one.Name == series) is not { } own)
        {
            return null;
        }

        try
        {
            using var backup = BackupFile.Open(source, SqliteOpenMode.ReadOnly);
            return Migrator.FirstPending(backup, own)?.Name;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _closed = true;
        _file.ClearPools();
    }

    private bool Replace(SqliteConnection connection, string prepared)
    {
        BackupFile.KeepPresent(connection, _backups);
        using (var copy = BackupFile.Open(prepared, SqliteOpenMode.ReadOnly))
        {
            copy.BackupDatabase(connection);
        }

        return SqliteFile.EmptyJournal(connection);
    }

    /// <summary>Without a row SQLite can't tell the type of a computed column, and no record would fit it.</summary>
    private static List<T> Rows<T>(DbConnection connection, string sql, object? parameters)
    {
        using var reader = connection.ExecuteReader(sql, parameters);
        return ((DbDataReader)reader).HasRows ? reader.Parse<T>().AsList() : [];
    }

    private SqliteConnection OpenReader() => _closed ? throw SqliteFile.Closed() : _file.OpenReader();

    private static void RefuseBeforeTouching(SqliteFile file, IReadOnlyList<MigrationSeries> series)
    {
        if (File.Exists(file.Path))
        {
            using var connection = file.OpenReader();
            Migrator.Refuse(connection, series);
        }
    }

    // An asynchronous delegate would be taken for done while it still runs, or fails.
    private static void RefuseTask<T>()
    {
        if (typeof(T).IsAssignableTo(typeof(Task)) || typeof(T) == typeof(ValueTask))
        {
            throw new ArgumentException("La fonction qui lit ou écrit doit être synchrone : SQLite l’est.");
        }
    }
}
