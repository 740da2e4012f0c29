namespace Seminar.Storage.Tests;

public sealed class BackupTests : IDisposable
{
    private static readonly MigrationSeries Newer = new("notes",
        [TempFolder.Notes, new Migration(2, "0002_author", "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'")]);

    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    private string Copy => _folder.File("copy.db");

    [Fact]
    public async Task A_backup_made_while_others_write_is_one_sound_file_with_all_that_was_acknowledged_before()
    {
        await using var database = _folder.Open();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => WritePairs(database, stop.Token))).ToList();
        for (var backup = 0; backup < 10; backup++)
        {
            await database.AddAsync($"mark-{backup}");

            await database.BackupAsync(Copy, Never);

            Notes.Ask<string>(Copy, "PRAGMA integrity_check").Should().Be("ok");
            Notes.Ask<string>(Copy, "PRAGMA journal_mode").Should().Be("delete");
            Notes.Ask<long>(Copy, "SELECT count(*) FROM note WHERE id LIKE 'mark-%'").Should().Be(backup + 1);
            Notes.Ask<long>(Copy, "SELECT count(*) % 2 FROM note WHERE id NOT LIKE 'mark-%'").Should().Be(0, "pairs are written together");
        }

        await stop.CancelAsync();
        (await Task.WhenAll(writers)).Sum().Should().BePositive();
        Directory.GetFiles(Path.GetDirectoryName(Copy)!, "copy.db*").Should().Equal(Copy);
    }

    [Fact]
    public async Task A_backup_cannot_take_the_place_of_the_database_itself()
    {
        await using var database = _folder.Open();
        await database.AddAsync("kept");

        var backup = () => database.BackupAsync(_folder.DatabasePath, Never);

        await backup.Should().ThrowAsync<IOException>();
        (await database.IdsAsync()).Should().Equal("kept");
    }

    [Fact]
    public async Task A_restore_brings_the_backup_back_and_keeps_what_it_replaced()
    {
        await using var database = _folder.Open();
        await database.AddAsync("old");
        await database.BackupAsync(Copy, Never);
        await database.AddAsync("new");
        var version = database.Version;

        await database.RestoreAsync(Copy, Never);

        (await database.IdsAsync()).Should().Equal("old");
        database.Version.Should().BeGreaterThan(version);
        var replaced = _folder.BackupsMade().Should().ContainSingle().Subject;
        Notes.Ask<string>(replaced, "SELECT group_concat(id) FROM (SELECT id FROM note ORDER BY id)").Should().Be("new,old");
        await database.AddAsync("later");
        (await database.IdsAsync()).Should().Equal("later", "old");
    }

    [Fact]
    public async Task A_restored_database_keeps_its_guarantees_and_survives_a_reopening()
    {
        await using (var database = _folder.Open())
        {
            await database.BackupAsync(Copy, Never);
            await database.RestoreAsync(Copy, Never);
            await database.AddAsync("after");
        }

        Notes.Ask<string>(_folder.DatabasePath, "PRAGMA journal_mode").Should().Be("wal");
        await using var again = _folder.Open();
        (await again.IdsAsync()).Should().Equal("after");
    }

    [Fact]
    public async Task Readers_see_the_old_content_or_the_new_and_never_a_mix()
    {
        await using var database = _folder.Open();
        await Fill(database, "blue");
        await database.BackupAsync(Copy, Never);
        await Fill(database, "green");
        var other = _folder.File("green.db");
        await database.BackupAsync(other, Never);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Seen(database, stop.Token))).ToList();
        var writer = Task.Run(() => WritePairs(database, stop.Token));

        for (var restore = 0; restore < 20; restore++)
        {
            await database.RestoreAsync(restore % 2 == 0 ? Copy : other, Never);
        }

        await stop.CancelAsync();
        var seen = (await Task.WhenAll(readers)).SelectMany(colours => colours).ToHashSet();
        seen.Should().BeEquivalentTo(["blue 500", "green 500"]);
        (await writer).Should().BePositive("writing went on");
        Notes.Ask<string>(_folder.DatabasePath, "PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public async Task An_older_backup_is_migrated_before_anyone_sees_it()
    {
        await using (var old = _folder.Open())
        {
            await old.AddAsync("old");
            await old.BackupAsync(Copy, Never);
        }

        await using var database = _folder.Open(Newer);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await database.ReadAsync<string>("SELECT author FROM note", null, Never);
            }
        });
        for (var restore = 0; restore < 5; restore++)
        {
            await database.RestoreAsync(Copy, Never);
        }

        await stop.CancelAsync();
        await reader;
        (await database.ReadOneAsync<string>("SELECT author FROM note WHERE id = 'old'", null, Never)).Should().Be("nobody");
        Notes.Ask<string>(Copy, "SELECT group_concat(name) FROM pragma_table_info('note')").Should().Be("id,text", "the backup itself stays as it was");
    }

    [Fact]
    public async Task A_newer_backup_is_refused()
    {
        await ModuleDatabase.Open(Copy, _folder.Backups, Newer).DisposeAsync();
        await RefusedUntouched("La base vient d’une version plus récente*");
    }

    [Fact]
    public async Task Another_modules_backup_is_refused()
    {
        await ModuleDatabase.Open(Copy, _folder.Backups, TempFolder.Schema, new MigrationSeries("mobility", [])).DisposeAsync();
        await RefusedUntouched("*« mobility »*autre module*");
    }

    [Fact]
    public async Task A_database_of_no_module_is_refused()
    {
        Notes.Do(Copy, "CREATE TABLE note (id TEXT)");
        await RefusedUntouched("*aucun module*");
    }

    [Fact]
    public async Task A_text_file_an_empty_file_and_an_absent_file_are_refused()
    {
        await RefusedUntouched("Le fichier *n’existe pas*");
        await File.WriteAllTextAsync(Copy, "Bonjour, ceci n’est pas une base de données. " + new string('x', 5000), Never);
        await RefusedUntouched("Le fichier n’est pas une sauvegarde lisible*");
        await File.WriteAllTextAsync(Copy, "", Never);
        await RefusedUntouched("*aucun module*");
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await using (var database = ModuleDatabase.Open(Copy, _folder.Backups, TempFolder.Schema))
        {
            await Fill(database, "blue");
        }

        await using (var file = File.OpenWrite(Copy))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[4096]);
        }

        await RefusedUntouched("*abîmée*");
    }

    [Fact]
    public async Task A_truncated_backup_is_refused()
    {
        await using (var database = ModuleDatabase.Open(Copy, _folder.Backups, TempFolder.Schema))
        {
            await Fill(database, "blue");
        }

        await using (var file = File.OpenWrite(Copy))
        {
            file.SetLength(file.Length / 2);
        }

        await RefusedUntouched("*");
    }

    public void Dispose() => _folder.Dispose();

    private async Task RefusedUntouched(string message)
    {
        await using var database = _folder.Open();
        await database.WriteAsync(connection => Notes.Insert(connection, Guid.NewGuid().ToString()), Never);
        var before = await database.IdsAsync();

        var restore = () => database.RestoreAsync(Copy, Never);

        await restore.Should().ThrowAsync<MigrationException>().WithMessage(message);
        (await database.IdsAsync()).Should().Equal(before);
        _folder.BackupsMade().Should().BeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(_folder.DatabasePath)!, "*.restore*").Should().BeEmpty();
    }

    private static Task<int> Fill(ModuleDatabase database, string colour) => database.WriteAsync(
        connection =>
        {
            using var empty = connection.CreateCommand();
            empty.CommandText = "DELETE FROM note";
            empty.ExecuteNonQuery();
            return Enumerable.Range(0, 500).Sum(number => Notes.Insert(connection, $"{colour}-{number}", colour + new string('x', 500)));
        },
        Never);

    /// <summary>Every content that a reader met: colours and how many notes of each.</summary>
    private static async Task<HashSet<string>> Seen(ModuleDatabase database, CancellationToken stop)
    {
        var seen = new HashSet<string>();
        while (!stop.IsCancellationRequested)
        {
            var colours = await database.ReadAsync<string>(
                "SELECT substr(id, 1, instr(id, '-') - 1) || ' ' || count(*) FROM note WHERE id NOT LIKE 'pair%' GROUP BY substr(id, 1, instr(id, '-') - 1)",
                null, Never);
            seen.Add(string.Join(" and ", colours));
        }

        return seen;
    }

    private static async Task<int> WritePairs(ModuleDatabase database, CancellationToken stop)
    {
        var pairs = 0;
        for (; !stop.IsCancellationRequested; pairs++)
        {
            await database.WriteAsync(
                connection => Notes.Insert(connection, "pair" + Guid.NewGuid()) + Notes.Insert(connection, "pair" + Guid.NewGuid()), Never);
        }

        return pairs;
    }
}
