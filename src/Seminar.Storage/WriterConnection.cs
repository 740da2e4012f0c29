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

    public override SqliteCommand CreateCommand() => new SharingCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }
        }

        base.Dispose(disposing);
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
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            var connection = (WriterConnection)Connection!;
            // Prepared statements are not authorized again: outside a transaction each would commit by itself.
            if (connection._watch.IsOn && !SqlGuard.HasTransaction(connection))
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
