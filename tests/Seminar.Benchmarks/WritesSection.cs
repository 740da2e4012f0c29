using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Seminar.Storage;

namespace Seminar.Benchmarks;

/// <summary>Durable writes a second: the module database's grouped commits against one commit a write.</summary>
internal static class WritesSection
{
    /// <summary>Many and short: a disk shared with others is fast one second and slow the next.</summary>
    private const int Rounds = 12;

    private const int ManyWriters = 64;
    private const string Table = "CREATE TABLE note (id INTEGER PRIMARY KEY, author TEXT NOT NULL, text TEXT NOT NULL) STRICT";
    private const string Insert = "INSERT INTO note (author, text) VALUES (@author, @text)";
    private const string Author = "un groupe";
    private static readonly string Text = new('é', 120);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Enough rows to bring the write-ahead log to its full length once: while that file still grows, each flush costs
    /// the file system several times more, and only the slower of the two would pay it.
    /// </summary>
    private const int RowsThatFillTheLog = 50_000;

    public static async Task MeasureAsync(Table table)
    {
        var folder = Path.Combine(Published.Output, "writes");
        Directory.CreateDirectory(folder);
        try
        {
            await using var database = ModuleDatabase.Open(
                Path.Combine(folder, "module.db"), Path.Combine(folder, "backups"),
                new MigrationSeries("benchmark", [new Migration(1, "0001_note", WritesSection.Table)]));
            using var yardstick = new OneCommitAWrite(Path.Combine(folder, "yardstick.db"));

            var each = new List<double>();
            var one = new List<double>();
            var many = new List<double>();
            yardstick.Fill();
            await database.WriteAsync(Fill, CancellationToken.None);
            yardstick.Run(WarmUp);
            await RunAsync(database, 1, WarmUp);
            await RunAsync(database, ManyWriters, WarmUp);
            for (var round = 0; round < Rounds; round++)
            {
                each.Add(yardstick.Run(Measured));
                one.Add(await RunAsync(database, 1, Measured));
                many.Add(await RunAsync(database, ManyWriters, Measured));
                Console.WriteLine($"Écritures, tour {round + 1}/{Rounds} : 1 écrivain {one[^1]:N0}/s, {ManyWriters} écrivains {many[^1]:N0}/s, étalon {each[^1]:N0}/s");
            }

            table.AddWithoutGoal("écritures durables, 1 écrivain", "/s", Figures.Median(one), Figures.Median(each));
            table.AddAtLeast($"écritures durables, {ManyWriters} écrivains", "/s", Figures.Median(many), Figures.Median(each), 8);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Fill(System.Data.Common.DbConnection connection)
    {
        for (var row = 0; row < RowsThatFillTheLog; row++)
        {
            connection.Execute(Insert, new { author = Author, text = Text });
        }

        return RowsThatFillTheLog;
    }

    private static async Task<double> RunAsync(ModuleDatabase database, int writers, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (clock.Elapsed < time)
            {
                await database.WriteAsync(connection => connection.Execute(Insert, new { author = Author, text = Text }), CancellationToken.None);
                count++;
            }

            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The same row on the same disk with the same durability, a transaction and a flush each.</summary>
    private sealed class OneCommitAWrite : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _insert;

        public OneCommitAWrite(string path)
        {
            _connection = new SqliteConnection($"Data Source={path}");
            _connection.Open();
            _connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
            _connection.Execute(Table);
            _insert = _connection.CreateCommand();
            _insert.CommandText = Insert;
            _insert.Parameters.AddWithValue("@author", Author);
            _insert.Parameters.AddWithValue("@text", Text);
            _insert.Prepare();
        }

        public void Fill()
        {
            _connection.Execute("BEGIN IMMEDIATE");
            WritesSection.Fill(_connection);
            _connection.Execute("COMMIT");
        }

        public double Run(TimeSpan time)
        {
            var clock = Stopwatch.StartNew();
            var count = 0;
            while (clock.Elapsed < time)
            {
                using var transaction = _connection.BeginTransaction();
                _insert.Transaction = transaction;
                _insert.ExecuteNonQuery();
                transaction.Commit();
                count++;
            }

            return count / clock.Elapsed.TotalSeconds;
        }

        public void Dispose()
        {
            _insert.Dispose();
            _connection.Dispose();
        }
    }
}
