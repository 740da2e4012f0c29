using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage.Tests;

public sealed class WritingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task The_writer_flushes_each_commit_to_disk()
    {
        await using var database = _folder.Open();

        var settings = await database.WriteAsync(
            connection => (
                connection.ExecuteScalar<string>("PRAGMA journal_mode"),
                connection.ExecuteScalar<long>("PRAGMA synchronous"),
                connection.ExecuteScalar<long>("PRAGMA foreign_keys")),
            Never);

        settings.Should().Be(("wal", 2L, 1L), "2 is FULL");
    }

    [Theory]
    [InlineData("INSERT INTO note (id, text) VALUES ('half', '') RETURNING id; INSERT INTO nowhere VALUES (1)")]
    [InlineData("SELECT id FROM note; INSERT INTO note (id, text) VALUES ('half', ''); INSERT INTO nowhere VALUES (1)")]
    public async Task A_write_of_several_statements_is_told_the_error_of_each_and_leaves_nothing(string sql)
    {
        await using var database = _folder.Open();

        var writes = new[]
        {
            () => database.WriteAsync(connection => connection.Execute(sql), Never),
            () => database.WriteAsync(connection => connection.ExecuteScalar<string>(sql) is null ? 0 : 1, Never),
        };

        foreach (var write in writes)
        {
            await write.Should().ThrowAsync<SqliteException>().WithMessage("*nowhere*");
            (await database.IdsAsync()).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Sixty_four_writers_at_once_are_all_kept_and_the_version_moves()
    {
        var database = _folder.Open();
        var before = database.Version;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            for (var note = 0; note < 20; note++)
            {
                var version = database.Version;
                await database.AddAsync($"{writer}-{note}");
                database.Version.Should().BeGreaterThan(version);
            }
        })));

        database.Version.Should().BeGreaterThan(before);
        await database.DisposeAsync();
        Notes.Ask<long>(_folder.DatabasePath, "SELECT count(*) FROM note").Should().Be(64 * 20);
    }

    [Fact]
    public async Task Waiting_writes_share_one_commit()
    {
        await using var database = _folder.Open();
        using var writer = new HeldWriter(database);
        await writer.Begun;
        var before = database.Version;
        var writes = Enumerable.Range(0, 100).Select(note => database.AddAsync($"{note}")).ToList();

        await writer.Release();
        await Task.WhenAll(writes);

        database.Version.Should().Be(before + 1);
    }

    [Fact]
    public async Task A_write_that_fails_among_many_fails_alone()
    {
        await using var database = _folder.Open();
        var tasks = await InOneBatch(database, number => number == 3
            ? connection =>
            {
                Notes.Insert(connection, "half");
                return Notes.Insert(connection, "1");
            }
            : connection => Notes.Insert(connection, $"{number}"));

        await tasks[3].Invoking(task => task).Should().ThrowAsync<SqliteException>().WithMessage("*UNIQUE*");
        (await database.IdsAsync()).Should().Equal("0", "1", "2", "4", "5");
    }

    [Fact]
    public async Task A_constraint_that_rolls_everything_back_fails_alone()
    {
        await using var database = _folder.Open();
        var tasks = await InOneBatch(database, number => connection => number == 3
            ? connection.Execute("INSERT OR ROLLBACK INTO note (id, text) VALUES ('1', '')")
            : Notes.Insert(connection, $"{number}"));

        await tasks[3].Invoking(task => task).Should().ThrowAsync<SqliteException>().WithMessage("*UNIQUE*");
        (await database.IdsAsync()).Should().Equal("0", "1", "2", "4", "5");
    }

    [Fact]
    public async Task A_write_that_hides_the_loss_of_its_transaction_does_not_commit_by_itself()
    {
        await using var database = _folder.Open();
        var tasks = await InOneBatch(database, number => connection =>
        {
            if (number != 3)
            {
                return Notes.Insert(connection, $"{number}");
            }

            try
            {
                connection.Execute("INSERT OR ROLLBACK INTO note (id, text) VALUES ('1', '')");
            }
            catch (SqliteException)
            {
            }

            return Notes.Insert(connection, "stray");
        });

        await tasks[3].Invoking(task => task).Should().ThrowAsync<InvalidOperationException>();
        (await database.IdsAsync()).Should().Equal("0", "1", "2", "4", "5");
    }

    [Theory]
    [InlineData("COMMIT")]
    [InlineData("ROLLBACK")]
    [InlineData("RELEASE write")]
    [InlineData("ROLLBACK TO write")]
    [InlineData("SAVEPOINT mine")]
    [InlineData("PRAGMA query_only = ON")]
    [InlineData("PRAGMA locking_mode = EXCLUSIVE")]
    [InlineData("PRAGMA writable_schema = ON")]
    public async Task A_write_cannot_reach_out_of_its_place_in_the_batch(string sql)
    {
        await using var database = _folder.Open();
        var tasks = await InOneBatch(database, number => connection =>
        {
            Notes.Insert(connection, $"{number}");
            return number == 3 ? connection.Execute(sql) : 0;
        });

        (await tasks[3].Invoking(task => task).Should().ThrowAsync<InvalidOperationException>()).WithMessage("*la transaction est tenue par Seminar*");
        (await database.IdsAsync()).Should().Equal("0", "1", "2", "4", "5");
        await database.AddAsync("6");
    }

    /// <summary>Prepared statements are not authorized again: what the writer runs for itself must not be lent to a module.</summary>
    [Theory]
    [InlineData("COMMIT")]
    [InlineData("BEGIN IMMEDIATE")]
    public async Task A_write_cannot_borrow_what_the_writer_prepared_for_itself(string sql)
    {
        await using var database = _folder.Open();
        await database.AddAsync("before");
        var tasks = await InOneBatch(database, number => connection =>
        {
            Notes.Insert(connection, $"{number}");
            return number == 3 ? connection.Execute(sql) : 0;
        });

        (await tasks[3].Invoking(task => task).Should().ThrowAsync<InvalidOperationException>()).WithMessage("*la transaction est tenue par Seminar*");
        (await database.IdsAsync()).Should().Equal("0", "1", "2", "4", "5", "before");
    }

    [Fact]
    public async Task A_reference_left_open_fails_its_own_write_and_not_the_commit_of_all()
    {
        var series = new MigrationSeries("notes",
        [
            TempFolder.Notes,
            new Migration(2, "0002_vote", "CREATE TABLE vote (note TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED) STRICT"),
        ]);
        await using var database = _folder.Open(series);
        var tasks = await InOneBatch(database, number => connection =>
        {
            connection.Execute("INSERT INTO vote (note) VALUES (@note)", new { note = $"{number}" });
            return number == 3 ? 0 : Notes.Insert(connection, $"{number}");
        });

        await tasks[3].Invoking(task => task).Should().ThrowAsync<SqliteException>().WithMessage("*FOREIGN KEY*");
        (await database.ReadAsync<string>("SELECT note FROM vote ORDER BY note", null, Never)).Should().Equal("0", "1", "2", "4", "5");
    }

    [Fact]
    public async Task A_write_that_waits_can_be_given_up_at_once_and_changes_nothing()
    {
        await using var database = _folder.Open();
        using var writer = new HeldWriter(database);
        await writer.Begun;
        using var giveUp = new CancellationTokenSource();
        var waiting = database.WriteAsync(connection => Notes.Insert(connection, "given up"), giveUp.Token);

        await giveUp.CancelAsync();

        await waiting.Invoking(task => task.WaitAsync(TimeSpan.FromMinutes(4))).Should().ThrowAsync<OperationCanceledException>();
        waiting.IsCanceled.Should().BeTrue("the writer is still held");
        await writer.Release();
        await database.AddAsync("next");
        (await database.IdsAsync()).Should().Equal("next");
    }

    [Fact]
    public async Task A_write_that_has_begun_is_finished_and_acknowledged()
    {
        await using var database = _folder.Open();
        using var giveUp = new CancellationTokenSource();

        var result = await database.WriteAsync(
            connection =>
            {
                giveUp.Cancel();
                return Notes.Insert(connection, "kept");
            },
            giveUp.Token);

        result.Should().Be(1);
        (await database.IdsAsync()).Should().Equal("kept");
    }

    [Fact]
    public async Task What_follows_a_write_does_not_hold_up_the_writer()
    {
        await using var database = _folder.Open();
        using var hold = new ManualResetEventSlim();
        using var writer = new HeldWriter(database);
        await writer.Begun;
        var first = database.AddAsync("first").ContinueWith(_ => hold.Wait(), TaskContinuationOptions.ExecuteSynchronously);

        await writer.Release();

        await database.AddAsync("second").WaitAsync(TimeSpan.FromMinutes(4));
        first.IsCompleted.Should().BeFalse();
        hold.Set();
        await first;
    }

    [Fact]
    public async Task A_write_that_waits_for_another_is_told_so_instead_of_waiting_for_ever()
    {
        await using var database = _folder.Open();

        var nested = () => database.WriteAsync(_ => database.AddAsync("inner").GetAwaiter().GetResult(), Never).WaitAsync(TimeSpan.FromMinutes(4));

        await nested.Should().ThrowAsync<InvalidOperationException>().WithMessage("*ne peut pas en attendre une autre*");
        await database.AddAsync("next");
    }

    [Fact]
    public async Task An_asynchronous_write_is_refused()
    {
        await using var database = _folder.Open();

        var write = () => database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM note"), Never);

        await write.Should().ThrowAsync<ArgumentException>().WithMessage("*synchrone*");
    }

    [Fact]
    public async Task A_theme_that_closes_the_connection_harms_nothing_that_was_acknowledged()
    {
        await using var database = _folder.Open();
        await database.AddAsync("before");

        var write = () => database.WriteAsync(
            connection =>
            {
                Notes.Insert(connection, "lost");
                connection.Dispose();
                return 0;
            },
            Never);

        await write.Should().ThrowAsync<Exception>();
        await database.AddAsync("after");
        (await database.IdsAsync()).Should().Equal("after", "before");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Queues six writes behind a held one, so that they share a transaction, and lets them all end.</summary>
    private static async Task<List<Task<int>>> InOneBatch(ModuleDatabase database, Func<int, Func<System.Data.Common.DbConnection, int>> write)
    {
        using var writer = new HeldWriter(database);
        await writer.Begun;
        var tasks = Enumerable.Range(0, 6).Select(number => database.WriteAsync(write(number), Never)).ToList();
        await writer.Release();
        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        return tasks;
    }
}
