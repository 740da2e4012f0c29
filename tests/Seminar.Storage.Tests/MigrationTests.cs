using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Seminar.Storage.Tests;

public sealed class MigrationTests : IDisposable
{
    private static readonly Migration Second = new(2, "0002_author", "ALTER TABLE note ADD COLUMN author TEXT");
    private static readonly Migration Third = new(3, "0003_copy", "CREATE TABLE copy AS SELECT id, author FROM note");

    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task Each_migration_is_applied_once_in_order_and_recorded_with_its_checksum()
    {
        var series = Series(TempFolder.Notes, Second, Third);
        for (var open = 0; open < 2; open++)
        {
            await using var database = _folder.Open(series);

            var history = await database.ReadAsync<Recorded>(
                "SELECT series AS Series, number AS Number, name AS Name, checksum AS Checksum FROM migration ORDER BY rowid", null, Never);

            history.Should().Equal(
                new Recorded("notes", 1, "0001_note", Sha256(TempFolder.Notes.Sql)),
                new Recorded("notes", 2, "0002_author", Sha256(Second.Sql)),
                new Recorded("notes", 3, "0003_copy", Sha256(Third.Sql)));
        }
    }

    [Fact]
    public async Task Two_owners_share_a_database_each_with_its_own_numbers()
    {
        await using var database = _folder.Open(
            TempFolder.Schema, new MigrationSeries("theme", [new Migration(1, "0001_answer", "CREATE TABLE answer (note TEXT REFERENCES note (id))")]));

        var history = await database.ReadAsync<string>("SELECT series || number FROM migration ORDER BY rowid", null, Never);

        history.Should().Equal("notes1", "theme1");
    }

    [Fact]
    public void Line_ends_do_not_change_a_checksum()
    {
        new Migration(1, "x", "SELECT 1;\r\nSELECT 2;\r\n").Checksum.Should().Be(new Migration(1, "x", "SELECT 1;\nSELECT 2;").Checksum);
    }

    [Fact]
    public async Task A_statement_that_fails_leaves_nothing_of_those_before_it()
    {
        await (await OpenedAsync()).DisposeAsync();
        var before = Content();

        var open = () => _folder.Open(Series(TempFolder.Notes, Second, new Migration(3, "0003_wrong", "CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1)")));

        open.Should().Throw<MigrationException>().WithMessage("La migration « 0003_wrong » a échoué, la base est restée comme avant*nowhere*");
        Content().Should().Be(before);
        await using var database = _folder.Open();
        (await database.IdsAsync()).Should().Equal("kept");
    }

    [Theory]
    [InlineData("ALTER TABLE note ADD COLUMN author TEXT; CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)")]
    [InlineData("ALTER TABLE note RENAME TO memo; INSERT INTO nowhere VALUES (1)")]
    [InlineData("SELECT id FROM note; INSERT INTO nowhere VALUES (1)")]
    [InlineData("INSERT INTO note (id, text) VALUES ('half', '') RETURNING id; INSERT INTO nowhere VALUES (1)")]
    [InlineData("PRAGMA table_info(note); CREATE TABLE note (id TEXT) -- nowhere")]
    [InlineData("ALTER TABLE note ADD COLUMN author TEXT; CREATE TABLE half (id TEXT)\0; INSERT INTO nowhere VALUES (1)")]
    public async Task A_statement_that_fails_after_one_that_may_give_rows_is_told_and_leaves_nothing(string sql)
    {
        await (await OpenedAsync()).DisposeAsync();
        var before = Content();

        var open = () => _folder.Open(Series(TempFolder.Notes, new Migration(2, "0002_wrong", sql)));

        open.Should().Throw<MigrationException>().WithMessage("La migration « 0002_wrong » a échoué, la base est restée comme avant*");
        Content().Should().Be(before);
    }

    [Fact]
    public async Task Statements_are_told_apart_in_texts_comments_triggers_and_cases()
    {
        const string Sql = """
            -- one; two
            ALTER TABLE note ADD COLUMN author TEXT DEFAULT 'a;b' /* ; */ ;;
            CREATE TRIGGER said AFTER INSERT ON note BEGIN
                UPDATE note SET author = CASE WHEN text = ';' THEN 'END;' ELSE author END WHERE id = new.id;
                UPDATE note SET text = text || '' WHERE id = new.id;
            END;
            INSERT INTO note (id, text) VALUES ('last', ';')
            -- the end; really
            """;
        await (await OpenedAsync()).DisposeAsync();

        await using var database = _folder.Open(Series(TempFolder.Notes, new Migration(2, "0002_many", Sql)));

        (await database.ReadAsync<string>("SELECT id || ' ' || author FROM note ORDER BY id", null, Never)).Should().Equal("kept a;b", "last END;");
    }

    [Theory]
    [InlineData("CREATE TABLE half (id TEXT); COMMIT; INSERT INTO nowhere VALUES (1)", "*transaction*")]
    [InlineData("CREATE TABLE half (id TEXT); ROLLBACK; CREATE TABLE other (id TEXT)", "*transaction*")]
    [InlineData("CREATE TABLE half (id TEXT); SAVEPOINT mine", "*transaction*")]
    [InlineData("PRAGMA foreign_keys = OFF; DROP TABLE note", "*PRAGMA*")]
    [InlineData("CREATE TABLE half (id TEXT); INSERT OR ROLLBACK INTO note SELECT id, text FROM note", "*UNIQUE*")]
    [InlineData("CREATE TABLE half (note TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED); INSERT INTO half VALUES ('absent')", "*FOREIGN KEY*")]
    public async Task A_migration_cannot_commit_half_of_itself(string sql, string reason)
    {
        await (await OpenedAsync()).DisposeAsync();
        var before = Content();

        var open = () => _folder.Open(Series(TempFolder.Notes, new Migration(2, "0002_sly", sql)));

        open.Should().Throw<MigrationException>().WithMessage(reason).WithMessage("*la base est restée comme avant*");
        Content().Should().Be(before);
    }

    [Fact]
    public async Task A_migration_that_changed_after_it_was_applied_is_refused()
    {
        await (await OpenedAsync()).DisposeAsync();
        RefusedUntouched(
            Series(TempFolder.Notes with { Sql = TempFolder.Notes.Sql + " -- changed" }),
            "La migration « 0001_note » a changé depuis*");
    }

    [Fact]
    public async Task A_newer_database_is_refused_and_left_alone()
    {
        await _folder.Open(Series(TempFolder.Notes, Second)).DisposeAsync();
        RefusedUntouched(TempFolder.Schema, "La base vient d’une version plus récente*0002_author*");
    }

    [Fact]
    public async Task A_newer_database_is_left_alone_even_as_a_plain_copy_put_in_place_by_hand()
    {
        await _folder.Open(Series(TempFolder.Notes, Second)).DisposeAsync();
        Notes.Do(_folder.DatabasePath, "PRAGMA journal_mode = DELETE");
        RefusedUntouched(TempFolder.Schema, "La base vient d’une version plus récente*");
    }

    [Fact]
    public async Task Another_modules_database_is_refused_and_left_alone()
    {
        await _folder.Open(TempFolder.Schema, new MigrationSeries("mobility", [])).DisposeAsync();

        var open = () => _folder.Open(TempFolder.Schema, new MigrationSeries("guidance", []));

        open.Should().Throw<MigrationException>().WithMessage("La base contient les données de « mobility »*");
    }

    [Fact]
    public void Numbers_with_a_gap_a_double_or_a_wrong_order_are_refused()
    {
        var second = Second with { Number = 1 };
        foreach (var wrong in (Migration[][])[[Second], [TempFolder.Notes, Third], [TempFolder.Notes, second], [Second, TempFolder.Notes]])
        {
            var series = () => Series(wrong);
            series.Should().Throw<MigrationException>().WithMessage("*sans trou ni double*");
        }
    }

    [Fact]
    public async Task Embedded_files_are_read_in_order()
    {
        var series = MigrationSeries.EmbeddedIn(typeof(MigrationTests).Assembly, "embedded");

        series.Name.Should().Be("embedded");
        series.Migrations.Select(migration => (migration.Number, migration.Name)).Should().Equal((1, "0001_embedded"), (2, "0002_text"));
        await using var database = _folder.Open(series);
        (await database.ReadOneAsync<int>("SELECT count(text) FROM embedded", null, Never)).Should().Be(0);
    }

    [Theory]
    [InlineData("WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) INSERT INTO note (id, text) SELECT n, '' FROM endless WHERE n < 0")]
    [InlineData("INSERT INTO note (id, text) VALUES ('too late', '')")]
    public async Task One_that_nobody_waits_for_any_more_ends_and_leaves_nothing(string sql)
    {
        await (await OpenedAsync()).DisposeAsync();
        var before = Content();

        var open = () => ModuleDatabase.Open(_folder.DatabasePath, _folder.Backups, [Series(TempFolder.Notes, new Migration(2, "0002_long", sql))], new CancellationToken(canceled: true));

        open.Should().Throw<MigrationException>();
        Content().Should().Be(before);
    }

    [Fact]
    public async Task A_new_database_gets_no_backup()
    {
        await (await OpenedAsync()).DisposeAsync();
        _folder.BackupsMade().Should().BeEmpty();
    }

    [Fact]
    public async Task An_existing_database_is_backed_up_before_it_is_changed_and_only_then()
    {
        await (await OpenedAsync()).DisposeAsync();
        await _folder.Open(TempFolder.Schema).DisposeAsync();
        _folder.BackupsMade().Should().BeEmpty();

        await _folder.Open(Series(TempFolder.Notes, Second)).DisposeAsync();

        var backup = _folder.BackupsMade().Should().ContainSingle().Subject;
        backup.Should().EndWith("-before-notes-0002.db");
        Notes.Ask<string>(backup, "SELECT group_concat(name) FROM pragma_table_info('note')").Should().Be("id,text");
        Notes.Ask<string>(backup, "SELECT id FROM note").Should().Be("kept");
    }

    [Fact]
    public async Task Without_its_backup_an_existing_database_is_not_changed()
    {
        await (await OpenedAsync()).DisposeAsync();
        await File.WriteAllTextAsync(_folder.Backups, "a file where the folder should be", Never);
        var before = Content();

        var open = () => _folder.Open(Series(TempFolder.Notes, Second));

        open.Should().Throw<MigrationException>();
        Content().Should().Be(before);
    }

    [Theory]
    [InlineData(0, "La base de données ne s’ouvre pas*")]
    [InlineData(100, "La base de données ne s’ouvre pas*")]
    public async Task A_damaged_file_is_refused_in_french(int offset, string message)
    {
        await (await OpenedAsync()).DisposeAsync();
        await using (var file = File.OpenWrite(_folder.DatabasePath))
        {
            file.Position = offset;
            file.Write(Enumerable.Repeat((byte)0xAA, 3000).ToArray());
        }

        RefusedUntouched(TempFolder.Schema, message);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused_in_french()
    {
        Directory.CreateDirectory(_folder.DatabasePath);
        var open = () => _folder.Open();
        open.Should().Throw<MigrationException>().WithMessage("La base de données ne s’ouvre pas*");
    }

    public void Dispose() => _folder.Dispose();

    private static MigrationSeries Series(params Migration[] migrations) => new("notes", migrations);

    private static string Sha256(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));

    private async Task<ModuleDatabase> OpenedAsync()
    {
        var database = _folder.Open();
        await database.AddAsync("kept");
        return database;
    }

    private void RefusedUntouched(MigrationSeries series, string message)
    {
        var before = File.ReadAllBytes(_folder.DatabasePath);
        var open = () => _folder.Open(series);

        open.Should().Throw<MigrationException>().WithMessage(message);

        File.ReadAllBytes(_folder.DatabasePath).Should().Equal(before);
        File.Exists(_folder.DatabasePath + "-wal").Should().BeFalse();
        _folder.BackupsMade().Should().BeEmpty();
    }

    /// <summary>Everything that the file says of its tables and notes.</summary>
    private string? Content() => Notes.Ask<string>(
        _folder.DatabasePath,
        "SELECT (SELECT group_concat(sql, ';') FROM sqlite_master) || (SELECT group_concat(name) FROM migration) || (SELECT group_concat(id) FROM note)");

    private sealed record Recorded(string Series, int Number, string Name, string Checksum);
}
