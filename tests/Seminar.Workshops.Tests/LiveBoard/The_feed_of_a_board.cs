using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class The_feed_of_a_board
{
    [Fact]
    public async Task Goes_on_after_readings_that_failed_and_tells_what_came_meanwhile()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var failing = new FailingReads(theme.Database);
        await using var feed = new BoardFeed(failing, new ModuleLifetime(CancellationToken.None), NullLogger<BoardFeed>.Instance);
        var batch = await feed.EnterAsync(0, default);

        failing.Left = 3;
        await theme.Send(Room.Group(1), Room.Add("Pendant la panne"));
        feed.Wake();
        await failing.Failed.Task;
        var last = (await theme.Send(Room.Group(1), Room.Add("Après la panne")))[0].N!.Value;
        feed.Wake();

        while (batch.Last < last)
        {
            batch = await batch.Next.WaitAsync(TimeSpan.FromSeconds(20)) ?? throw new InvalidOperationException("The feed has ended.");
        }

        failing.Left.Should().Be(0);
    }

    /// <summary>A database whose next readings of rows fail.</summary>
    private sealed class FailingReads(IModuleDatabase database) : IModuleDatabase
    {
        public int Left { get; set; }

        public TaskCompletionSource Failed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Version => database.Version;

        public Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters, CancellationToken cancel)
        {
            if (Left == 0)
            {
                return database.ReadAsync<T>(sql, parameters, cancel);
            }

            Left--;
            Failed.TrySetResult();
            return Task.FromException<IReadOnlyList<T>>(new IOException("The disk did not answer."));
        }

        public Task<T?> ReadOneAsync<T>(string sql, object? parameters, CancellationToken cancel) => database.ReadOneAsync<T>(sql, parameters, cancel);

        public Task<T> ReadSnapshotAsync<T>(Func<DbConnection, T> read, CancellationToken cancel) => database.ReadSnapshotAsync(read, cancel);

        public Task<T> WriteAsync<T>(Func<DbConnection, T> write, CancellationToken cancel) => database.WriteAsync(write, cancel);
    }
}
