using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>Brings a database up to date: every pending migration of every series in one transaction, or none.</summary>
internal static class Migrator
{
    // An owner without migrations is recorded too: it tells whose database this is.
    private const string HistoryTables = """
        CREATE TABLE IF NOT EXISTS migration_series (name TEXT PRIMARY KEY) STRICT;
        CREATE TABLE IF NOT EXISTS migration (
            series TEXT NOT NULL,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at TEXT NOT NULL,
            PRIMARY KEY (series, number)
        ) STRICT
        """;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="series">What the schema must be.</param>
    /// <param name="beforeChange">Called before an existing database is changed: the moment for a backup.</param>
    public static void Migrate(SqliteConnection connection, IReadOnlyList<MigrationSeries> series, Action<string> beforeChange)
    {
        var history = History.Read(connection);
        Refuse(history, series);

        var pending = series
            .SelectMany(one => one.Migrations.Where(migration => !history.Has(one.Name, migration.Number)).Select(migration => (one.Name, migration)))
            .ToList();
        if (pending.Count == 0 && series.All(one => history.Owners.Contains(one.Name)))
        {
            return;
        }

        if (!history.IsEmpty && pending.Count > 0)
        {
            beforeChange($"before-{pending[0].Name}-{pending[0].migration.Number:0000}");
        }

        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            SqliteFile.Execute(connection, HistoryTables);
            connection.Execute("INSERT OR IGNORE INTO migration_series (name) VALUES (@Name)", series.Select(one => new { one.Name }));
            pending.ForEach(step => Apply(connection, step.Name, step.migration));
            SqliteFile.Execute(connection, "COMMIT");
        }
        catch (Exception exception)
        {
            if (SqlGuard.HasTransaction(connection))
            {
                SqliteFile.Execute(connection, "ROLLBACK");
            }

            throw exception as MigrationException
                ?? new MigrationException($"La migration de la base a échoué, la base est restée comme avant : {exception.Message}", exception);
        }
    }

    /// <summary>Refuses a database that these series can't work on; reads only.</summary>
    /// <exception cref="MigrationException">It is newer, another module's, or its past was rewritten.</exception>
    public static void Refuse(SqliteConnection connection, IReadOnlyList<MigrationSeries> series) =>
        Refuse(History.Read(connection), series);

    /// <summary>Whether any module ever wrote its schema into this database.</summary>
    public static bool IsModule(SqliteConnection connection) => History.Read(connection).Owners.Count > 0;

    private static void Refuse(History history, IReadOnlyList<MigrationSeries> series)
    {
        if (history.Owners.Except(series.Select(one => one.Name)).FirstOrDefault() is { } stranger)
        {
            throw new MigrationException(
                $"La base contient les données de « {stranger} », inconnu ici : elle est celle d’un autre module ou d’une version plus récente. Elle n’a pas été touchée.");
        }

        foreach (var applied in history.Applied.OrderBy(row => row.Number))
        {
            var known = series.First(one => one.Name == applied.Series).Migrations;
            if (applied.Number > known.Count)
            {
                throw new MigrationException(
                    $"La base vient d’une version plus récente : elle connaît la migration « {applied.Name} », inconnue ici. Elle n’a pas été touchée.");
            }

            if (known[applied.Number - 1].Checksum != applied.Checksum)
            {
                throw new MigrationException(
                    $"La migration « {applied.Name} » a changé depuis qu’elle a été appliquée. La base n’a pas été touchée.");
            }
        }
    }

    private static void Apply(SqliteConnection connection, string series, Migration migration)
    {
        try
        {
            // Guarded: a COMMIT inside a migration would leave half of it behind.
            SqlGuard.Run(connection, _ =>
            {
                SqliteFile.Execute(connection, migration.Sql);
                return true;
            });
        }
        catch (Exception exception)
        {
            throw new MigrationException(
                $"La migration « {migration.Name} » a échoué, la base est restée comme avant : {exception.Message}", exception);
        }

        connection.Execute(
            "INSERT INTO migration (series, number, name, checksum, applied_at) VALUES (@series, @Number, @Name, @Checksum, @now)",
            new { series, migration.Number, migration.Name, migration.Checksum, now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
    }

    private sealed record Applied(string Series, int Number, string Name, string Checksum);

    private sealed record History(IReadOnlySet<string> Owners, IReadOnlyList<Applied> Applied)
    {
        public bool IsEmpty => Applied.Count == 0;

        public static History Read(SqliteConnection connection)
        {
            var owners = HasTable(connection, "migration_series") ? connection.Query<string>("SELECT name FROM migration_series") : [];
            var applied = HasTable(connection, "migration")
                ? connection.Query<Applied>("SELECT series AS Series, number AS Number, name AS Name, checksum AS Checksum FROM migration").AsList()
                : [];
            return new History(owners.Concat(applied.Select(row => row.Series)).ToHashSet(), applied);
        }

        public bool Has(string series, int number) => Applied.Any(row => row.Series == series && row.Number == number);

        private static bool HasTable(SqliteConnection connection, string name) =>
            connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name", new { name }) > 0;
    }
}
