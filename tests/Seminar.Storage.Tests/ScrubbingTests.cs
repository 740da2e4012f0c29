using System.Text;
using Dapper;

namespace Seminar.Storage.Tests;

/// <summary>What was deleted is in no byte of what is written or copied afterwards.</summary>
public sealed class ScrubbingTests : IDisposable
{
    private const string Name = "Zyxnomquirestelisible";

    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task Rows_that_were_deleted_before_this_version_are_gone_from_the_file_and_from_copies()
    {
        await _folder.Open().DisposeAsync();
        Notes.Do(_folder.DatabasePath, $"""
            PRAGMA secure_delete=OFF;
            WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 500)
            INSERT INTO note (id, text) SELECT n, '{Name}' FROM many;
            DELETE FROM note
            """);
        await using var database = _folder.Open();
        Legible().Should().NotBeEmpty("or else this test proves nothing");

        await database.BackupAsync(_folder.File("copy.db"), Never);
        Legible().Should().NotContain("copy.db");
        await database.ScrubAsync(Never);
        Legible().Should().BeEmpty();
        await database.AddAsync("later");
        (await database.IdsAsync()).Should().Equal("later");
    }

    [Fact]
    public async Task A_journal_that_is_being_read_is_emptied_the_next_time_and_nobody_is_kept_waiting_for_long()
    {
        await using var database = _folder.Open();
        await database.AddAsync("one", Name);
        await database.WriteAsync(connection => connection.Execute("DELETE FROM note"), Never);
        using var reading = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var reader = Task.Run(() => database.ReadSnapshotAsync(
            connection =>
            {
                var notes = connection.ExecuteScalar<long>("SELECT count(*) FROM note");
                begun.Set();
                reading.Wait();
                return notes;
            },
            Never));
        begun.Wait();

        await database.ScrubAsync(Never);
        await database.AddAsync("meanwhile");
        reading.Set();
        (await reader).Should().Be(0);
        await database.ScrubAsync(Never);

        Legible().Should().BeEmpty();
        new FileInfo(_folder.DatabasePath + "-wal").Length.Should().Be(0);
    }

    public void Dispose() => _folder.Dispose();

    private List<string?> Legible() =>
        [.. Directory.EnumerateFiles(_folder.File(""), "*", SearchOption.AllDirectories)
            .Where(file => Encoding.Latin1.GetString(Read(file)).Contains(Name, StringComparison.Ordinal)).Select(Path.GetFileName)];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
