using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage;

/// <summary>
/// Opens connections to one SQLite file. The only place where pragmas are set: they survive in the connection pool,
/// so each is set at every open.
/// </summary>
internal sealed class SqliteFile(string path)
{
    private const int SqliteLimitAttached = 7;
    private const int InstructionsBetweenQuestions = 10_000;
    private const int LongestWaitForReaders = 2000;

    // Deleted rows are written over at once: they may be someone's name.
    private const string WriterPragmas = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;
        PRAGMA secure_delete=ON
        """;

    public string Path { get; } = path;

    public SqliteConnection OpenWriter()
    {
        DapperTypes.Ensure();
        // Not pooled: a writer that is closed is closed, with whatever it left undone.
        var connection = Open(SqliteOpenMode.ReadWriteCreate, pooling: false);
        Execute(connection, WriterPragmas);
        return connection;
    }

    /// <summary>The writer that stays open, with the guard in place.</summary>
    public WriterConnection OpenGuardedWriter()
    {
        DapperTypes.Ensure();
        var connection = new WriterConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate, pooling: false));
        Prepare(connection);
        Execute(connection, WriterPragmas);
        connection.Guard();
        return connection;
    }

    public SqliteConnection OpenReader()
    {
        DapperTypes.Ensure();
        var connection = Open(SqliteOpenMode.ReadWrite, pooling: true);
        Execute(connection, "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY");
        return connection;
    }

    /// <summary>Closes the idle pooled connections, so that the file can be moved or removed.</summary>
    public void ClearPools()
    {
        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite, pooling: true));
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Ends whatever statement is running once nobody waits for it: the engine asks now and then.</summary>
    public static void StopWhen(SqliteConnection connection, CancellationToken cancel)
    {
        if (cancel.CanBeCanceled)
        {
            raw.sqlite3_progress_handler(connection.Handle!, InstructionsBetweenQuestions, _ => cancel.IsCancellationRequested ? 1 : 0, null);
        }
    }

    public static ObjectDisposedException Closed() =>
        new(nameof(ModuleDatabase), "La base de ce module est fermée : le module s’arrête ou vient d’être remplacé. Réessayez.");

    /// <summary>Runs statements to their end: disposing of a reader half-way swallows the errors of what it has not come to.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this project's constants and a theme's own migrations get here.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        ToItsEnd(reader);
    }

    /// <summary>Comes to every row of every statement, so that each error is told.</summary>
    public static void ToItsEnd(SqliteDataReader reader)
    {
        do
        {
            while (reader.Read())
            {
            }
        }
        while (reader.NextResult());
    }

    /// <summary>Writes the file anew, which leaves out whatever was deleted, and empties the journal.</summary>
    /// <returns>Whether the journal is empty.</returns>
    public static bool Scrub(SqliteConnection connection)
    {
        // VACUUM attaches a database of its own.
        raw.sqlite3_limit(connection.Handle!, SqliteLimitAttached, 1);
        try
        {
            Execute(connection, "VACUUM");
        }
        finally
        {
            raw.sqlite3_limit(connection.Handle!, SqliteLimitAttached, 0);
        }

        return EmptyJournal(connection);
    }

    /// <summary>Moves the journal into the file and empties it, unless someone reads it for longer than one may wait.</summary>
    /// <returns>Whether it is empty.</returns>
    public static bool EmptyJournal(SqliteConnection connection)
    {
        raw.sqlite3_busy_timeout(connection.Handle!, LongestWaitForReaders);
        try
        {
            return connection.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        finally
        {
            raw.sqlite3_busy_timeout(connection.Handle!, 0);
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode, bool pooling)
    {
        var connection = new SqliteConnection(ConnectionString(mode, pooling));
        Prepare(connection);
        return connection;
    }

    private static void Prepare(SqliteConnection connection)
    {
        connection.Open();
        // ATTACH would let a module read its neighbour's database.
        raw.sqlite3_limit(connection.Handle!, SqliteLimitAttached, 0);
    }

    private string ConnectionString(SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = pooling, DefaultTimeout = 10 }.ToString();
}
