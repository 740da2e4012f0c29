using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage.Tests;

/// <summary>The few writes and questions that the tests repeat.</summary>
internal static class Notes
{
    public static int Insert(DbConnection connection, string id, string text = "") =>
        connection.Execute("INSERT INTO note (id, text) VALUES (@id, @text)", new { id, text });

    public static Task<int> AddAsync(this ModuleDatabase database, string id, string text = "") =>
        database.WriteAsync(connection => Insert(connection, id, text), CancellationToken.None);

    public static Task<IReadOnlyList<string>> IdsAsync(this ModuleDatabase database) =>
        database.ReadAsync<string>("SELECT id FROM note ORDER BY id", null, CancellationToken.None);

    /// <summary>Asks the file directly, past Seminar.Storage.</summary>
    public static T? Ask<T>(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        return connection.ExecuteScalar<T>(sql);
    }

    /// <summary>Changes the file directly, past Seminar.Storage.</summary>
    public static void Do(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Execute(sql);
    }
}

/// <summary>Holds the writer of a database inside a write, for as long as a test needs.</summary>
internal sealed class HeldWriter : IDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _write;

    public HeldWriter(ModuleDatabase database, Func<DbConnection, int>? before = null) => _write = database.WriteAsync(
        connection =>
        {
            var result = before?.Invoke(connection) ?? 0;
            _begun.TrySetResult();
            _release.Wait();
            return result;
        },
        CancellationToken.None);

    public Task Begun => _begun.Task;

    public Task<int> Release()
    {
        _release.Set();
        return _write;
    }

    public void Dispose() => _release.Set();
}
