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
            is_whole INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (series, number)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS additive_migration (
            series TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (series, number)
        ) STRICT
        """;

    // Since version 0.7: whether each of its statements is known to have run.
    private const string WholeColumn = "ALTER TABLE migration ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 0";

    /// <param name="connection">The writer's connection.</param>
    /// <param name="series">What the schema must be.</param>
    /// <param name="beforeChange">Called before an existing database is changed: the moment for a backup.</param>
    /// <param name="cancel">Nobody waits for it any more: nothing is kept.</param>
    public static void Migrate(SqliteConnection connection, IReadOnlyList<MigrationSeries> series, Action<string> beforeChange, CancellationToken cancel)
    {
        var history = History.Read(connection);
        Refuse(history, series);

        var pending = series
            .SelectMany(one => one.Migrations.Where(migration => !history.Has(one.Name, migration.Number)).Select(migration => (one.Name, migration)))
            .ToList();
        var unfinished = history.Doubtful ? UnfinishedMigrations.Find(connection, Recorded(history, series)) : [];
        if (pending.Count == 0 && !history.Doubtful && series.All(one => history.Owners.Contains(one.Name)))
        {
            return;
        }

        if (FirstChange(history, unfinished, pending) is { } change)
        {
            beforeChange(change);
        }

        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            SqliteFile.Execute(connection, HistoryTables);
            if (history.Doubtful && !history.HasWhole)
            {
                SqliteFile.Execute(connection, WholeColumn);
            }

            connection.Execute("INSERT OR IGNORE INTO migration_series (name) VALUES (@Name)", series.Select(one => new { one.Name }));
            foreach (var one in unfinished)
            {
                Finish(connection, one);
            }

            pending.ForEach(step => Apply(connection, step.Name, step.migration));
            connection.Execute("UPDATE migration SET is_whole = 1");
            cancel.ThrowIfCancellationRequested();
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

    /// <summary>Whose schema this database holds; nobody's when no module ever opened it.</summary>
    public static IReadOnlySet<string> Owners(SqliteConnection connection) => History.Read(connection).Owners;

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
            if (applied.Number > known.Count && history.Additive.Contains((applied.Series, applied.Number)))
            {
                // Made by a newer version, in such a way that this one may go on.
                continue;
            }

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

    private static List<UnfinishedMigrations.Recorded> Recorded(History history, IReadOnlyList<MigrationSeries> series) =>
    [
        .. series.SelectMany(one => history.Applied.Where(row => row.Series == one.Name && row.Number <= one.Migrations.Count).OrderBy(row => row.Number)
            .Select(row => new UnfinishedMigrations.Recorded(one.Name, one.Migrations[row.Number - 1], row.IsWhole))),
    ];

    /// <summary>The name of the backup to make, or null when nothing that was there changes.</summary>
    private static string? FirstChange(
        History history, IReadOnlyList<UnfinishedMigrations.Unfinished> unfinished, List<(string Series, Migration Migration)> pending)
    {
        if (unfinished.Count > 0)
        {
            return $"before-finishing-{unfinished[0].Series}-{unfinished[0].Migration.Number:0000}";
        }

        return history.IsEmpty || pending.Count == 0 ? null : $"before-{pending[0].Series}-{pending[0].Migration.Number:0000}";
    }

    private static void Finish(SqliteConnection connection, UnfinishedMigrations.Unfinished unfinished)
    {
        try
        {
            Run(connection, string.Concat(unfinished.Rest));
        }
        catch (Exception exception)
        {
            throw new MigrationException(
                $"La migration « {unfinished.Migration.Name} » est notée comme faite mais ne l’est qu’en partie, et n’a pas pu être achevée : {exception.Message} "
                + $"La base est restée comme avant. Remettez la sauvegarde « …-before-{unfinished.Series}-{unfinished.Migration.Number:0000}.db », faite avant elle.",
                exception);
        }
    }

    private static void Apply(SqliteConnection connection, string series, Migration migration)
    {
        if (migration.IsAdditive && AdditiveSql.FirstOffence(migration.Sql) is { } offence)
        {
            throw new MigrationException(
                $"La migration « {migration.Name} » se dit additive et ne l’est pas : « {offence} ». La base est restée comme avant.");
        }

        try
        {
            Run(connection, migration.Sql);
        }
        catch (Exception exception)
        {
            throw new MigrationException(
                $"La migration « {migration.Name} » a échoué, la base est restée comme avant : {exception.Message}", exception);
        }

        connection.Execute(
            "INSERT INTO migration (series, number, name, checksum, applied_at) VALUES (@series, @Number, @Name, @Checksum, @now)",
            new { series, migration.Number, migration.Name, migration.Checksum, now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
        if (migration.IsAdditive)
        {
            connection.Execute("INSERT INTO additive_migration (series, number) VALUES (@series, @Number)", new { series, migration.Number });
        }
    }

    // Guarded: a COMMIT inside a migration would leave half of it behind.
    private static void Run(SqliteConnection connection, string sql) => SqlGuard.Run(connection, _ =>
    {
        SqlScript.Run(connection, sql);
        return true;
    });

    private sealed record Applied(string Series, int Number, string Name, string Checksum, bool IsWhole);

    /// <summary>The first migration of a series that a database does not have yet; null when it has them all, or is not of that series.</summary>
    public static Migration? FirstPending(SqliteConnection connection, MigrationSeries series)
    {
        var history = History.Read(connection);
        return history.Owners.Contains(series.Name) ? series.Migrations.FirstOrDefault(migration => !history.Has(series.Name, migration.Number)) : null;
    }

    private sealed record History(
        IReadOnlySet<string> Owners, IReadOnlyList<Applied> Applied, IReadOnlySet<(string Series, int Number)> Additive, bool HasWhole)
    {
        public bool IsEmpty => Applied.Count == 0;

        /// <summary>Whether some were applied by a version that could take a part for the whole.</summary>
        public bool Doubtful => Applied.Any(row => !row.IsWhole);

        private const string WithWhole =
            "SELECT series AS Series, number AS Number, name AS Name, checksum AS Checksum, is_whole AS IsWhole FROM migration";

        private const string WithoutWhole =
            "SELECT series AS Series, number AS Number, name AS Name, checksum AS Checksum, 0 AS IsWhole FROM migration";

        public static History Read(SqliteConnection connection)
        {
            var owners = HasTable(connection, "migration_series") ? connection.Query<string>("SELECT name FROM migration_series") : [];
            var hasWhole = connection.ExecuteScalar<long>("SELECT count(*) FROM pragma_table_info('migration') WHERE name = 'is_whole'") > 0;
            var applied = HasTable(connection, "migration") ? connection.Query<Applied>(hasWhole ? WithWhole : WithoutWhole).AsList() : [];
            var additive = HasTable(connection, "additive_migration")
                ? connection.Query<(string, int)>("SELECT series, number FROM additive_migration").ToHashSet()
                : [];
            return new History(owners.Concat(applied.Select(row => row.Series)).ToHashSet(), applied, additive, hasWhole);
        }

        public bool Has(string series, int number) => Applied.Any(row => row.Series == series && row.Number == number);

        private static bool HasTable(SqliteConnection connection, string name) =>
            connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name", new { name }) > 0;
    }
}
