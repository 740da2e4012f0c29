using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage.Tests;

/// <summary>Up to version 0.6.0 a migration could be recorded as done though only a part of it, or nothing, had run.</summary>
public sealed class UnfinishedMigrationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("seminar", 2)]
    [InlineData("workshop", 4)]
    [InlineData("employment-service", 2)]
    public async Task What_was_left_out_of_a_released_migration_is_run_at_the_next_opening(string owner, int number)
    {
        var series = Series(owner);
        var (before, migration) = (series.Migrations.Take(number - 1).ToList(), series.Migrations[number - 1]);
        var fresh = await SchemaOfAsync(_folder.File("fresh.db"), series);
        foreach (var (part, index) in Parts(before, migration).Select((part, index) => (part, index)))
        {
            var path = _folder.File($"{index}.db");
            await ModuleDatabase.Open(path, _folder.Backups, new MigrationSeries(owner, before)).DisposeAsync();
            Record(path, owner, migration, part);

            (await SchemaOfAsync(path, series)).Should().Equal(fresh, "all that followed this was left out: {0}", part);
        }

        _folder.BackupsMade().Should().Contain(file => file.EndsWith($"-before-finishing-{owner}-{number:0000}.db"));
    }

    [Fact]
    public async Task Rows_that_the_rest_of_a_migration_adds_are_there()
    {
        var series = Series("employment-service");
        await _folder.Open(new MigrationSeries(series.Name, [series.Migrations[0]])).DisposeAsync();
        Record(_folder.DatabasePath, series.Name, series.Migrations[1], "ALTER TABLE meeting ADD COLUMN starts_at TEXT");

        await using var database = _folder.Open(series);

        (await database.ReadOneAsync<string>("SELECT code FROM calendar_code", null, CancellationToken.None)).Should().HaveLength(40);
    }

    [Fact]
    public async Task A_whole_database_is_left_as_it_is_and_asked_once()
    {
        var series = Series("employment-service");
        await _folder.Open(series).DisposeAsync();
        Notes.Do(_folder.DatabasePath, "ALTER TABLE migration DROP COLUMN is_whole");
        var code = Notes.Ask<string>(_folder.DatabasePath, "SELECT code FROM calendar_code");

        await _folder.Open(series).DisposeAsync();

        Notes.Ask<string>(_folder.DatabasePath, "SELECT group_concat(code) FROM calendar_code").Should().Be(code);
        Notes.Ask<long>(_folder.DatabasePath, "SELECT min(is_whole) FROM migration").Should().Be(1);
        _folder.BackupsMade().Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_finished_is_told_with_the_backup_to_take_and_the_database_is_left_alone()
    {
        await _folder.Open(TempFolder.Schema).DisposeAsync();
        var taken = new Migration(2, "0002_taken", "ALTER TABLE note ADD COLUMN author TEXT; CREATE TABLE answer (id TEXT, note TEXT) STRICT");
        Notes.Do(_folder.DatabasePath, "CREATE TABLE answer (id TEXT)");
        Record(_folder.DatabasePath, "notes", taken, "ALTER TABLE note ADD COLUMN author TEXT");

        var open = () => _folder.Open(new MigrationSeries("notes", [TempFolder.Notes, taken]));

        open.Should().Throw<MigrationException>()
            .WithMessage("*0002_taken*n’a pas pu être achevée*La base est restée comme avant*« …-before-notes-0002.db »*");
        Notes.Ask<string>(_folder.DatabasePath, "SELECT group_concat(name) FROM pragma_table_info('answer')").Should().Be("id");
    }

    public void Dispose() => _folder.Dispose();

    private static MigrationSeries Series(string owner)
    {
        var assembly = typeof(UnfinishedMigrationTests).Assembly;
        var prefix = $"Released.{owner}.";
        return new MigrationSeries(owner,
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select((name, index) => new Migration(index + 1, name[prefix.Length..^".sql".Length], Read(assembly, name))),
        ]);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Every part of a migration that may have been recorded as the whole: none of it, or up to what follows a statement with rows.</summary>
    private static List<string> Parts(IReadOnlyList<Migration> before, Migration migration)
    {
        using var aside = new SqliteConnection("Data Source=:memory:");
        aside.Open();
        foreach (var earlier in before)
        {
            SqlScript.Run(aside, earlier.Sql);
        }

        var statements = new List<SqlStatement>();
        SqlScript.Run(aside, migration.Sql, statements.Add);
        var first = statements.FindIndex(statement => statement.MayGiveRows);
        first.Should().BeInRange(0, statements.Count - 2, "or else nothing could be left out");
        return ["", .. Enumerable.Range(first + 1, statements.Count - first - 1).Select(count => string.Concat(statements.Take(count).Select(each => each.Sql)))];
    }

    private static void Record(string path, string owner, Migration migration, string ran)
    {
        if (ran.Length > 0)
        {
            Notes.Do(path, ran);
        }

        Notes.Do(path, "ALTER TABLE migration DROP COLUMN is_whole");
        Notes.Do(path, $"INSERT INTO migration VALUES ('{owner}', {migration.Number}, '{migration.Name}', '{migration.Checksum}', '2026-01-01')");
    }

    private async Task<List<string>> SchemaOfAsync(string path, MigrationSeries series)
    {
        await ModuleDatabase.Open(path, _folder.Backups, series).DisposeAsync();
        return [.. Notes.Ask<string>(path, "SELECT group_concat(name || ' ' || coalesce(sql, ''), char(1)) FROM (SELECT name, sql FROM sqlite_master WHERE name <> 'migration' ORDER BY name)")!.Split('\u0001')];
    }
}
