using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage.Tests;

public sealed class ReadingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_reader_does_not_wait_for_a_long_write_and_does_not_see_it()
    {
        await using var database = _folder.Open();
        await database.AddAsync("before");
        using var writer = new HeldWriter(database, connection => Notes.Insert(connection, "during"));
        await writer.Begun;

        (await database.IdsAsync()).Should().Equal("before");

        await writer.Release();
        (await database.IdsAsync()).Should().Equal("before", "during");
    }

    [Fact]
    public async Task A_snapshot_does_not_change_while_others_write()
    {
        await using var database = _folder.Open();
        await database.AddAsync("before");

        var seen = await database.ReadSnapshotAsync(
            connection =>
            {
                var first = connection.ExecuteScalar<long>("SELECT count(*) FROM note");
                Task.Run(() => database.AddAsync("during")).Wait();
                return (first, second: connection.ExecuteScalar<long>("SELECT count(*) FROM note"));
            },
            Never);

        seen.Should().Be((1, 1));
        (await database.IdsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_reader_can_read_within_a_reading()
    {
        await using var database = _folder.Open();
        await database.AddAsync("one");

        var seen = await database.ReadSnapshotAsync(_ => database.IdsAsync().Result.Count, Never);

        seen.Should().Be(1);
    }

    [Theory]
    [InlineData("INSERT INTO note (id, text) VALUES ('x', '')")]
    [InlineData("DROP TABLE note")]
    [InlineData("PRAGMA query_only = OFF; INSERT INTO note (id, text) VALUES ('x', '')")]
    [InlineData("COMMIT; INSERT INTO note (id, text) VALUES ('x', '')")]
    public async Task A_reader_cannot_write(string sql)
    {
        await using var database = _folder.Open();

        var write = () => database.ReadSnapshotAsync(connection => connection.Execute(sql), Never);

        await write.Should().ThrowAsync<Exception>();
        (await database.IdsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_neighbours_database_is_out_of_reach()
    {
        await using var database = _folder.Open();
        var neighbour = _folder.File("neighbour.db");
        Notes.Do(neighbour, "CREATE TABLE secret (text TEXT)");
        var sql = $"ATTACH '{neighbour}' AS neighbour";

        var read = () => database.ReadSnapshotAsync(connection => connection.Execute(sql), Never);
        var write = () => database.WriteAsync(connection => connection.Execute(sql), Never);

        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("*ATTACH*");
        await write.Should().ThrowAsync<InvalidOperationException>().WithMessage("*ATTACH*");
        using var bare = new SqliteFile(database.Path).OpenReader();
        var attach = () => bare.Execute(sql);
        attach.Should().Throw<SqliteException>("the limit holds without the guard").WithMessage("*too many attached*");
    }

    [Fact]
    public async Task What_describes_the_schema_may_be_asked()
    {
        await using var database = _folder.Open();
        var columns = await database.ReadAsync<string>("SELECT name FROM pragma_table_info('note')", null, Never);
        columns.Should().Equal("id", "text");
    }

    [Fact]
    public async Task A_cancelled_reading_does_not_begin()
    {
        await using var database = _folder.Open();
        var begun = false;

        var read = async () => await database.ReadSnapshotAsync(_ => begun = true, new CancellationToken(true));

        await read.Should().ThrowAsync<OperationCanceledException>();
        begun.Should().BeFalse();
    }

    public void Dispose() => _folder.Dispose();
}
