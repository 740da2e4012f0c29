namespace Seminar.Storage.Tests;

public sealed class ClosingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task Closing_writes_what_waits_and_then_the_file_stands_alone()
    {
        var database = _folder.Open();
        using var writer = new HeldWriter(database);
        await writer.Begun;
        var waiting = Enumerable.Range(0, 600).Select(number => database.AddAsync($"{number}")).ToList();
        await database.IdsAsync();

        var closing = database.DisposeAsync().AsTask();
        await writer.Release();
        await closing;

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromMinutes(4));
        Directory.GetFiles(Path.GetDirectoryName(_folder.DatabasePath)!).Should().Equal([_folder.DatabasePath], "nothing is left in a -wal beside it");
        Notes.Ask<long>(_folder.DatabasePath, "SELECT count(*) FROM note").Should().Be(600);
        File.Delete(_folder.DatabasePath);
    }

    [Fact]
    public async Task Closing_while_the_queue_is_full_loses_no_acknowledged_write()
    {
        var database = _folder.Open();
        using var writer = new HeldWriter(database);
        await writer.Begun;
        var writes = Enumerable.Range(0, 5000).Select(number => database.AddAsync($"{number}")).ToList();

        var closing = database.DisposeAsync().AsTask();
        await writer.Release();
        await closing;

        var acknowledged = 0;
        foreach (var write in writes)
        {
            try
            {
                acknowledged += await write.WaitAsync(TimeSpan.FromMinutes(4));
            }
            catch (ObjectDisposedException)
            {
            }
        }

        acknowledged.Should().BeInRange(4000, 4999, "the queue holds 4096, the others were still at its door");
        Notes.Ask<long>(_folder.DatabasePath, "SELECT count(*) FROM note").Should().Be(acknowledged);
    }

    [Fact]
    public async Task A_closed_database_says_so_in_french()
    {
        var database = _folder.Open();
        await database.DisposeAsync();
        await database.DisposeAsync();

        foreach (var use in (Func<Task>[])
                 [() => database.AddAsync("late"), () => database.IdsAsync(), () => database.BackupAsync(_folder.File("late.db"), Never)])
        {
            (await use.Should().ThrowAsync<ObjectDisposedException>()).WithMessage("La base de ce module est fermée*");
        }

        File.Delete(_folder.DatabasePath);
        Directory.GetFiles(Path.GetDirectoryName(_folder.DatabasePath)!).Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
