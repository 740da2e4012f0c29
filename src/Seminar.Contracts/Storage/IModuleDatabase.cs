using System.Data.Common;

namespace Seminar.Contracts.Storage;

/// <summary>
/// The database of one module: a theme has its own, and cannot see another's. SQL is written by hand, with Dapper.
/// Readers never wait for the writer; a write that was acknowledged is on disk.
/// </summary>
public interface IModuleDatabase
{
    /// <summary>Goes up by at least one with each committed write; equal numbers mean equal data.</summary>
    long Version { get; }

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">A positional record whose names are those of the columns.</typeparam>
    /// <param name="sql">A constant SELECT; values are passed as parameters.</param>
    /// <param name="parameters">An object whose properties are the parameters, or null.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <returns>The rows, in the order of the query.</returns>
    Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters, CancellationToken cancel);

    /// <summary>Reads the first row, or the default value when there is none.</summary>
    /// <typeparam name="T">A positional record, or a simple value.</typeparam>
    /// <param name="sql">A constant SELECT; values are passed as parameters.</param>
    /// <param name="parameters">An object whose properties are the parameters, or null.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <returns>The row, or default.</returns>
    Task<T?> ReadOneAsync<T>(string sql, object? parameters, CancellationToken cancel);

    /// <summary>Reads several things as they were at one moment.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Queries the connection, which refuses writes.</param>
    /// <param name="cancel">Cancels the reading before it begins.</param>
    /// <returns>What was read.</returns>
    Task<T> ReadSnapshotAsync<T>(Func<DbConnection, T> read, CancellationToken cancel);

    /// <summary>
    /// Writes, all or nothing. Completes once the change is durable (committed with synchronous=FULL); when
    /// <paramref name="write"/> throws, none of it stays and the exception reaches the caller.
    /// </summary>
    /// <typeparam name="T">What the write returns.</typeparam>
    /// <param name="write">Executes SQL on the connection, synchronously; no transaction object is needed, and BEGIN,
    /// COMMIT, SAVEPOINT, PRAGMA and ATTACH are refused. Short, since one writer serves the whole database; without side
    /// effects, since it may run again when the transaction that it shares has to be begun anew.</param>
    /// <param name="cancel">Cancels the write while it waits for its turn.</param>
    /// <returns>What <paramref name="write"/> returned.</returns>
    Task<T> WriteAsync<T>(Func<DbConnection, T> write, CancellationToken cancel);
}
