namespace Seminar.Storage.Tests;

/// <summary>An older version comes back onto a database that a newer one has only added to.</summary>
public sealed class AdditiveMigrationTests : IDisposable
{
    private static readonly Migration Author = new(2, "0002_author", "-- additive: who wrote it\nALTER TABLE note ADD COLUMN author TEXT");

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task An_older_version_reads_and_writes_what_a_newer_one_has_added_to()
    {
        await _folder.Open(Series(TempFolder.Notes, Author)).DisposeAsync();
        await using (var older = _folder.Open())
        {
            await older.AddAsync("written by the older one");
        }

        await using var newer = _folder.Open(Series(TempFolder.Notes, Author));
        (await newer.IdsAsync()).Should().Equal("written by the older one");
    }

    [Fact]
    public async Task An_older_version_does_not_come_back_once_something_else_was_changed()
    {
        await _folder.Open(Series(TempFolder.Notes, Author, new Migration(3, "0003_drop", "ALTER TABLE note DROP COLUMN author"))).DisposeAsync();

        var open = () => _folder.Open();

        open.Should().Throw<MigrationException>().WithMessage("La base vient d’une version plus récente*0003_drop*");
    }

    [Theory]
    [InlineData("DROP TABLE note")]
    [InlineData("ALTER TABLE note RENAME TO card")]
    [InlineData("ALTER TABLE note DROP COLUMN text")]
    [InlineData("UPDATE note SET text = ''")]
    [InlineData("DELETE FROM note")]
    [InlineData("INSERT INTO note (id, text) VALUES ('1', 'une')")]
    [InlineData("CREATE UNIQUE INDEX note_by_text ON note (text)")]
    [InlineData("CREATE TRIGGER watch AFTER INSERT ON note BEGIN SELECT 1; END")]
    [InlineData("CREATE TABLE answer (note TEXT NOT NULL REFERENCES note (id))")]
    [InlineData("ALTER TABLE note ADD COLUMN reply TEXT REFERENCES note (id)")]
    [InlineData("/* CREATE TABLE */ DROP INDEX note_by_text")]
    public void What_an_older_version_would_stumble_over_is_not_additive(string sql)
    {
        var series = Series(TempFolder.Notes, new Migration(2, "0002_sly", "-- additive\nCREATE TABLE fine (id TEXT) STRICT;\n" + sql));

        var open = () => _folder.Open(series);

        open.Should().Throw<MigrationException>().WithMessage("La migration « 0002_sly » se dit additive et ne l’est pas*");
    }

    [Fact]
    public async Task New_tables_indexes_and_columns_are()
    {
        var series = Series(TempFolder.Notes, new Migration(2, "0002_more", """
            -- additive
            ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'DROP TABLE note; -- no';
            CREATE TABLE "answer" (
                note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE, -- DELETE FROM note
                text TEXT NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX answer_by_note ON answer (note, text);
            CREATE INDEX note_by_colour ON note (colour);
            INSERT INTO answer (note, text) SELECT id, text FROM note;
            """));

        await using var database = _folder.Open(series);
        (await database.ReadOneAsync<long>("SELECT count(*) FROM additive_migration", null, CancellationToken.None)).Should().Be(1);
    }

    [Fact]
    public void Every_migration_of_the_house_that_says_so_is()
    {
        var offences = Migrations().Where(file => AdditiveSql.IsDeclared(File.ReadAllText(file)))
            .Select(file => (file, Offence: AdditiveSql.FirstOffence(File.ReadAllText(file)))).Where(each => each.Offence is not null);

        offences.Should().BeEmpty();
        Migrations().Should().HaveCountGreaterThan(20);
    }

    public void Dispose() => _folder.Dispose();

    private static MigrationSeries Series(params Migration[] migrations) => new("notes", migrations);

    private static List<string> Migrations()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Seminar.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return [.. new[] { "host", "plugins", "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.sql", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "Migrations")];
    }
}
