using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage;

/// <summary>
/// Runs a module's own SQL inside the transaction that it was given. Beginning, committing, savepoints, ATTACH and
/// pragmas that set something are refused: they would reach into the writes of others, or outlive this one.
/// </summary>
internal static class SqlGuard
{
    private const int SqlitePragma = 19;
    private const int SqliteTransaction = 22;
    private const int SqliteAttach = 24;
    private const int SqliteDetach = 25;
    private const int SqliteSavepoint = 32;
    private const int SqliteDbStatusDeferredForeignKeys = 10;

    private static readonly delegate_authorizer Authorizer = Authorize;

    // With an argument and yet harmless. All others may only be read.
    private static readonly HashSet<string> Pragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "defer_foreign_keys", "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo",
        "integrity_check", "quick_check", "table_info", "table_xinfo",
    };

    public static T Run<T>(SqliteConnection connection, Func<DbConnection, T> work)
    {
        var handle = connection.Handle!;
        raw.sqlite3_set_authorizer(handle, Authorizer, handle);
        try
        {
            return Explain(() => work(connection));
        }
        finally
        {
            if (connection.Handle is { IsInvalid: false, IsClosed: false })
            {
                raw.sqlite3_set_authorizer(handle, (delegate_authorizer?)null, null);
            }
        }
    }

    /// <summary>Runs work, and tells in French what the guard refused.</summary>
    public static T Explain<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_AUTH)
        {
            throw new InvalidOperationException(
                "Ce SQL est refusé : la transaction est tenue par Seminar (ni BEGIN, COMMIT, ROLLBACK ou SAVEPOINT, ni ATTACH, ni PRAGMA qui change un réglage).",
                exception);
        }
    }

    public static bool HasTransaction(SqliteConnection connection) =>
        raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>A reference that a deferred foreign key left open would only show at COMMIT, and fail everyone there.</summary>
    public static void RefuseOpenReferences(SqliteConnection connection)
    {
        raw.sqlite3_db_status(connection.Handle!, SqliteDbStatusDeferredForeignKeys, out var open, out _, 0);
        if (open != 0)
        {
            throw new SqliteException("FOREIGN KEY constraint failed", raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_FOREIGNKEY);
        }
    }

    // Once the transaction is gone (INSERT OR ROLLBACK, a full disk), each further statement would commit by itself.
    private static int Authorize(object handle, int action, utf8z first, utf8z second, utf8z database, utf8z trigger) =>
        raw.sqlite3_get_autocommit((sqlite3)handle) != 0 ? raw.SQLITE_DENY
        : action switch
        {
            SqliteTransaction or SqliteSavepoint or SqliteAttach or SqliteDetach => raw.SQLITE_DENY,
            SqlitePragma when second.utf8_to_string() is not null && !Pragmas.Contains(first.utf8_to_string()) => raw.SQLITE_DENY,
            _ => raw.SQLITE_OK,
        };

    /// <summary>A guard that stays in place and watches only while a module's own SQL runs.</summary>
    public sealed class Watch
    {
        private delegate_authorizer? _authorizer;

        public bool IsOn { get; set; }

        public void Begin(sqlite3 handle)
        {
            // Held, or the native side would call what was collected.
            _authorizer = (_, action, first, second, database, trigger) => IsOn ? Authorize(handle, action, first, second, database, trigger) : raw.SQLITE_OK;
            raw.sqlite3_set_authorizer(handle, _authorizer, handle);
        }
    }
}
