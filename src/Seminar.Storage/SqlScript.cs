using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage;

/// <summary>
/// SQL of several statements, cut by SQLite itself and run one by one to its end, so that every error is told. The provider swallows what
/// fails after a statement that may give rows, and adding a column to a STRICT table is one (dotnet/efcore#32740).
/// </summary>
internal static class SqlScript
{
    /// <summary>Runs each statement in order; the first that fails ends it.</summary>
    /// <param name="connection">Where it runs; its transaction, if any, is the caller's.</param>
    /// <param name="sql">The statements.</param>
    /// <param name="ran">Told of each statement that was run.</param>
    /// <exception cref="SqliteException">A statement failed.</exception>
    public static void Run(SqliteConnection connection, string sql, Action<SqlStatement>? ran = null)
    {
        // To SQLite a text ends there: what follows would be left out without a word.
        if (sql.Contains('\0', StringComparison.Ordinal))
        {
            throw new SqliteException("unrecognized token: NUL", raw.SQLITE_ERROR);
        }

        var text = Encoding.UTF8.GetBytes(sql);
        for (var start = 0; start < text.Length;)
        {
            Throw(connection, raw.sqlite3_prepare_v2(connection.Handle!, text.AsSpan(start), out var statement, out var tail));
            var end = text.Length - tail.Length;
            using (statement)
            {
                // Without a statement it was white space or a comment.
                if (!statement.IsInvalid)
                {
                    RunToItsEnd(connection, statement);
                    ran?.Invoke(new SqlStatement(Encoding.UTF8.GetString(text.AsSpan(start..end)), raw.sqlite3_column_count(statement) > 0));
                }
            }

            start = end;
        }
    }

    private static void RunToItsEnd(SqliteConnection connection, sqlite3_stmt statement)
    {
        int code;
        do
        {
            code = raw.sqlite3_step(statement);
        }
        while (code == raw.SQLITE_ROW);

        Throw(connection, code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    private static void Throw(SqliteConnection connection, int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle!);
}

/// <summary>One statement of a script.</summary>
/// <param name="Sql">Its text, with the comments before it.</param>
/// <param name="MayGiveRows">Whether the provider, up to version 0.6.0 of this program, swallowed what failed after it.</param>
internal sealed record SqlStatement(string Sql, bool MayGiveRows);
