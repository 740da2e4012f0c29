using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>
/// Migrations that are recorded but were cut off: up to version 0.6.0 an error after a statement that may give rows was swallowed. What
/// they should have made is learnt by running them aside, in memory, and compared with what the database holds.
/// </summary>
internal static class UnfinishedMigrations
{
    // Every object and every column; what SQLite makes by itself comes with its table.
    private const string Schema = """
        SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
        UNION ALL
        SELECT 'column ' || one.name || '.' || field.name FROM sqlite_master one JOIN pragma_table_info(one.name) field WHERE one.type = 'table'
        """;

    /// <summary>What is left to run, in order.</summary>
    /// <param name="connection">The database; only read.</param>
    /// <param name="recorded">All that is recorded as applied, in the order of application.</param>
    public static IReadOnlyList<Unfinished> Find(SqliteConnection connection, IReadOnlyList<Recorded> recorded)
    {
        var traces = recorded.Where(one => !one.IsWhole).Select(one => one.Migration).ToHashSet();
        using var aside = new SqliteConnection("Data Source=:memory:");
        aside.Open();
        var trials = recorded.Select(one => (one.Series, Trial: Trial.Run(aside, one.Migration))).ToList();
        var whole = Read(aside);
        var present = Read(connection);
        return
        [
            .. trials.Where(each => traces.Contains(each.Trial.Migration) && each.Trial.MayHaveBeenCut)
                .Select(each => new Unfinished(each.Series, each.Trial.Migration, each.Trial.Rest(whole, present)))
                .Where(each => each.Rest.Count > 0),
        ];
    }

    private static HashSet<string> Read(SqliteConnection connection) => [.. connection.Query<string>(Schema)];

    /// <summary>A migration as it was recorded, and whether each of its statements is known to have run.</summary>
    internal sealed record Recorded(string Series, Migration Migration, bool IsWhole);

    /// <summary>The statements that a migration still needs.</summary>
    internal sealed record Unfinished(string Series, Migration Migration, IReadOnlyList<string> Rest);

    /// <summary>A migration that was run aside: its statements, and what each of them made.</summary>
    private sealed record Trial(Migration Migration, HashSet<string> Before, IReadOnlyList<(SqlStatement Statement, HashSet<string> Made)> Steps)
    {
        public bool MayHaveBeenCut => Steps.SkipLast(1).Any(step => step.Statement.MayGiveRows);

        public static Trial Run(SqliteConnection aside, Migration migration)
        {
            var before = Read(aside);
            var last = before;
            var steps = new List<(SqlStatement, HashSet<string>)>();
            SqlScript.Run(aside, migration.Sql, statement =>
            {
                var now = Read(aside);
                steps.Add((statement, [.. now.Except(last)]));
                last = now;
            });
            return new Trial(migration, before, steps);
        }

        /// <summary>From the first statement whose work is not there; all of them when nothing of it is.</summary>
        public List<string> Rest(HashSet<string> whole, HashSet<string> present)
        {
            var made = Steps.Select(step => step.Made.Where(one => whole.Contains(one) && !Before.Contains(one)).ToList()).ToList();
            var first = made.Exists(step => step.Exists(present.Contains)) ? made.FindIndex(step => !step.TrueForAll(present.Contains)) : 0;
            return first < 0 || made.TrueForAll(step => step.Count == 0) ? [] : [.. Steps.Skip(first).Select(step => step.Statement.Sql)];
        }
    }
}
