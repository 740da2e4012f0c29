using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage;

/// <summary>
/// The connection of the single writer. Statements stay prepared between writes, since preparing costs several times what
/// running does; and the guard stays in place, since setting it anew would expire them all.
/// </summary>
internal sealed class WriterConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostPrepared = 300;

    private readonly Dictionary<string, PreparedCommand> _prepared = [];
    private readonly SqlGuard.Watch _watch = new();
    private sqlite3_stmt? _savepoint;
    private sqlite3_stmt? _release;

    /// <summary>From now on the guard watches what <see cref="Run"/> does.</summary>
    public void Guard() => _watch.Begin(Handle!);

    /// <summary>Runs a module's own SQL.</summary>
    public T Run<T>(Func<DbConnection, T> work)
    {
        _watch.IsOn = true;
        try
        {
            return SqlGuard.Explain(() => work(this));
        }
        finally
        {
            _watch.IsOn = false;
        }
    }

    /// <summary>Begins the part of the transaction that one write may take back.</summary>
    public void Savepoint() => Step(_savepoint ??= Prepare("SAVEPOINT write"));

    public void ReleaseSavepoint() => Step(_release ??= Prepare("RELEASE write"));

    public void RollbackToSavepoint() => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle!, "ROLLBACK TO write; RELEASE write"), Handle!);

    public override SqliteCommand CreateCommand() => new SharingCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }

            _savepoint?.Dispose();
            _release?.Dispose();
        }

        base.Dispose(disposing);
    }

    // Twice in each write: past the provider's command, which would make it anew, it costs a fraction.
    private sqlite3_stmt Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(Handle!, sql, out var statement), Handle!);
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        raw.sqlite3_step(statement);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), Handle!);
    }

    private PreparedCommand? Take(string sql)
    {
        if (_prepared.TryGetValue(sql, out var known))
        {
            return known.IsBusy ? null : known;
        }

        if (_prepared.Count == MostPrepared)
        {
            return null;
        }

#pragma warning disable CA2100 // The text is the command's own: a module's constant.
        return _prepared[sql] = new PreparedCommand { Connection = this, CommandText = sql };
#pragma warning restore CA2100
    }

    /// <summary>A command as Dapper makes and throws away; it runs the prepared one of the same text.</summary>
    private sealed class SharingCommand : SqliteCommand
    {
        // These two of the provider leave a reader half-way, and with it the errors of the statements that it has not come to.
        public override int ExecuteNonQuery()
        {
            using var reader = ExecuteReader();
            SqliteFile.ToItsEnd(reader);
            reader.Close();
            return reader.RecordsAffected;
        }

        public override object? ExecuteScalar()
        {
            using var reader = ExecuteReader();
            var first = reader.Read() ? reader.GetValue(0) : null;
            SqliteFile.ToItsEnd(reader);
            return first;
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            var connection = (WriterConnection)Connection!;
            // Prepared statements are not authorized again: what the writer runs for itself must not be lent to a module,
            if (!connection._watch.IsOn)
            {
                return base.ExecuteReader(behavior);
            }

            // and outside a transaction each would commit by itself.
            if (!SqlGuard.HasTransaction(connection))
            {
                throw new SqliteException("not authorized", raw.SQLITE_AUTH);
            }

            if (connection.Take(CommandText) is not { } prepared)
            {
                return base.ExecuteReader(behavior);
            }

            prepared.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                prepared.Parameters.Add(parameter);
            }

            return prepared.ExecuteReader(behavior);
        }
    }

    private sealed class PreparedCommand : SqliteCommand
    {
        public bool IsBusy => DataReader is not null;
    }
}
