using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Seminar.Storage.Tests;

/// <summary>The disk is full, a commit fails, the file is gone: the writers are told, and the writer recovers.</summary>
public sealed class TroubleTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GroupCommit _writer;
    private int _commits;

    public TroubleTests()
    {
        _folder.Open().DisposeAsync().AsTask().Wait();
        _writer = new GroupCommit(new SqliteFile(_folder.DatabasePath), () => _commits++);
    }

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_full_disk_fails_the_writes_that_do_not_fit_and_the_database_works_again_afterwards()
    {
        await Insert("before");
        await _writer.AloneAsync(connection => connection.ExecuteScalar<long>("PRAGMA max_page_count = 10"), Never);

        var large = Enumerable.Range(0, 5).Select(number => Insert($"large {number}", new string('x', 100_000))).ToList();

        foreach (var write in large)
        {
            await write.Invoking(task => task).Should().ThrowAsync<SqliteException>().WithMessage("*full*");
        }

        await _writer.AloneAsync(connection => connection.ExecuteScalar<long>("PRAGMA max_page_count = 100000"), Never);
        await Insert("after", new string('x', 100_000));
        Ids().Should().Be("after,before");
        Notes.Ask<string>(_folder.DatabasePath, "PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public async Task No_write_is_acknowledged_before_its_commit()
    {
        Task<int>? write = null;
        var acknowledgedEarly = false;
        await _writer.AloneAsync(
            connection =>
            {
                raw.sqlite3_commit_hook(connection.Handle!, _ => (acknowledgedEarly |= write!.Wait(200)) ? 1 : 0, null);
                return true;
            },
            Never);
        using var queued = new ManualResetEventSlim();
        write = _writer.WriteAsync(
            connection =>
            {
                queued.Wait();
                return Notes.Insert(connection, "one");
            },
            Never);
        queued.Set();

        await write;

        acknowledgedEarly.Should().BeFalse();
        Ids().Should().Be("one");
    }

    [Fact]
    public async Task A_commit_that_fails_fails_its_writers_and_the_next_ones_pass()
    {
        await Insert("before");
        var before = _commits;
        await _writer.AloneAsync(
            connection =>
            {
                raw.sqlite3_commit_hook(connection.Handle!, _ => 1, null);
                return true;
            },
            Never);

        await new Func<Task>(() => Insert("lost")).Should().ThrowAsync<IOException>().WithMessage("L’écriture n’a pas pu être enregistrée*");

        _commits.Should().Be(before + 1, "only the preparation of this test");
        await Insert("after");
        Ids().Should().Be("after,before");
    }

    [Fact]
    public async Task A_writer_that_cannot_open_its_file_says_so_and_tries_again_at_the_next_write()
    {
        File.Move(_folder.DatabasePath, _folder.DatabasePath + ".away");
        Directory.CreateDirectory(_folder.DatabasePath);

        await new Func<Task>(() => Insert("lost")).Should().ThrowAsync<IOException>().WithMessage("L’écriture n’a pas pu être enregistrée*");

        Directory.Delete(_folder.DatabasePath);
        File.Move(_folder.DatabasePath + ".away", _folder.DatabasePath);
        await Insert("after");
        Ids().Should().Be("after");
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _folder.Dispose();
    }

    private Task<int> Insert(string id, string text = "") => _writer.WriteAsync(connection => Notes.Insert(connection, id, text), Never);

    private string? Ids() => Notes.Ask<string>(_folder.DatabasePath, "SELECT group_concat(id) FROM (SELECT id FROM note ORDER BY id)");
}
