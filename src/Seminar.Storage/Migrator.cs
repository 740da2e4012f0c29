using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage;

/// <summary>Brings a database up to date: every pending migration of every series in one transaction, or none.</summary>
internal static class Migrator
{
    private const int SqliteTransaction = 22;

    private const string HistoryTable = """
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
        var applied = ReadHistory(connection);
        foreach (var one in series)
        {
            RefuseUnknown(one, applied);
        }

        var pending = series
            .SelectMany(one => one.Migrations.Where(migration => !applied.ContainsKey((one.Name, migration.Number))).Select(migration => (one.Name, migration)))
            .ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if (applied.Count > 0)
        {
            beforeChange($"before-{pending[0].Name}-{pending[0].migration.Number:0000}");
        }

        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            SqliteFile.Execute(connection, HistoryTable);
            pending.ForEach(step => Apply(connection, step.Name, step.migration));
            SqliteFile.Execute(connection, "COMMIT");
        }
        catch (Exception exception)
        {
            SqliteFile.Execute(connection, "ROLLBACK");
            throw exception as MigrationException
                ?? new MigrationException($"La migration de la base a échoué, la base est restée comme avant : {exception.Message}", exception);
        }
    }

    /// <summary>Says in French why these series can't work on the database; null when they can.</summary>
    public static string? WhyNot(SqliteConnection connection, IReadOnlyList<MigrationSeries> series)
    {
        try
        {
            var applied = ReadHistory(connection);
            foreach (var one in series)
            {
                RefuseUnknown(one, applied);
            }

            return null;
        }
        catch (MigrationException exception)
        {
            return exception.Message;
        }
    }

    private static void Apply(SqliteConnection connection, string series, Migration migration)
    {
        // A COMMIT inside a migration would leave half of it behind.
        strdelegate_authorizer refuseTransactions = (_, action, _, _, _, _) =>
            action == SqliteTransaction ? raw.SQLITE_DENY : raw.SQLITE_OK;
        raw.sqlite3_set_authorizer(connection.Handle!, refuseTransactions, null);
        try
        {
            SqliteFile.Execute(connection, migration.Sql);
        }
        catch (SqliteException exception)
        {
            throw new MigrationException(
                $"La migration « {migration.Name} » a échoué, la base est restée comme avant : {exception.Message}", exception);
        }
        finally
        {
            raw.sqlite3_set_authorizer(connection.Handle!, (strdelegate_authorizer?)null, null);
            GC.KeepAlive(refuseTransactions);
        }

        connection.Execute(
            "INSERT INTO migration (series, number, name, checksum, applied_at) VALUES (@series, @Number, @Name, @Checksum, @now)",
            new { series, migration.Number, migration.Name, migration.Checksum, now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
    }

    private static Dictionary<(string Series, int Number), Applied> ReadHistory(SqliteConnection connection)
    {
        var hasHistory = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'") > 0;
        return hasHistory
            ? connection.Query<Applied>("SELECT series AS Series, number AS Number, name AS Name, checksum AS Checksum FROM migration")
                .ToDictionary(row => (row.Series, row.Number))
            : [];
    }

    private static void RefuseUnknown(MigrationSeries series, Dictionary<(string Series, int Number), Applied> history)
    {
        var known = series.Migrations.ToDictionary(migration => migration.Number);
        foreach (var applied in history.Values.Where(row => row.Series == series.Name).OrderBy(row => row.Number))
        {
            if (!known.TryGetValue(applied.Number, out var migration))
            {
                throw new MigrationException(
                    $"La base vient d'une version plus récente : elle connaît la migration « {applied.Name} », inconnue ici. Elle n'a pas été touchée.");
            }

            if (migration.Checksum != applied.Checksum)
            {
                throw new MigrationException(
                    $"La migration « {migration.Name} » a changé depuis qu'elle a été appliquée. La base n'a pas été touchée.");
            }
        }
    }

    private sealed record Applied(string Series, int Number, string Name, string Checksum);
}
