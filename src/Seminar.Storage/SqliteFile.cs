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

    public string Path { get; } = path;

    public SqliteConnection OpenWriter()
    {
        DapperTypes.Ensure();
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA query_only=OFF; PRAGMA temp_store=MEMORY");
        return connection;
    }

    public SqliteConnection OpenReader()
    {
        DapperTypes.Ensure();
        var connection = Open(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY");
        return connection;
    }

    /// <summary>Closes the idle pooled connections, so that the file can be moved or removed.</summary>
    public void ClearPools()
    {
        foreach (var mode in (ReadOnlySpan<SqliteOpenMode>)[SqliteOpenMode.ReadWriteCreate, SqliteOpenMode.ReadWrite])
        {
            using var connection = new SqliteConnection(ConnectionString(mode));
            SqliteConnection.ClearPool(connection);
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this project's constants and a theme's own migrations get here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        connection.Open();
        // ATTACH would let a module read its neighbour's database.
        raw.sqlite3_limit(connection.Handle!, SqliteLimitAttached, 0);
        return connection;
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = true, DefaultTimeout = 10 }.ToString();
}
