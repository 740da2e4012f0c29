using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Seminar.Storage;

/// <summary>
/// The single writer of a file. Waiting writes share one transaction, each in a savepoint of its own, and are
/// acknowledged after its commit: one flush to disk serves many writers.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private const int LongestQueue = 4096;

    private readonly Channel<Work> _queue =
        Channel.CreateBounded<Work>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });

    private readonly SqliteFile _file;
    private readonly Action _committed;
    private readonly Task _loop;

    public GroupCommit(SqliteFile file, Action committed)
    {
        _file = file;
        _committed = committed;
        _loop = Task.Run(DrainAsync);
    }

    /// <summary>Queues a write of the shared transaction.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, T> write, CancellationToken cancel) =>
        EnqueueAsync(new Write<T>(write, cancel), cancel);

    /// <summary>Queues work that needs the writer's connection for itself, outside any transaction.</summary>
    public Task<T> AloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancel) =>
        EnqueueAsync(new Alone<T>(work, cancel), cancel);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task<T> EnqueueAsync<T>(Work<T> work, CancellationToken cancel)
    {
        await _queue.Writer.WriteAsync(work, cancel);
        return await work.Completion;
    }

    private async Task DrainAsync()
    {
        SqliteConnection? connection = null;
        var batch = new List<Work>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            try
            {
                connection ??= _file.OpenWriter();
                Carry(batch, connection);
            }
            catch (Exception exception)
            {
                // Nothing of an uncommitted batch is on disk, and a connection in doubt is not kept.
                batch.ForEach(work => work.Fail(exception));
                connection?.Dispose();
                connection = null;
            }

            batch.Clear();
        }

        connection?.Dispose();
    }

    private void Carry(List<Work> batch, SqliteConnection connection)
    {
        var first = 0;
        while (first < batch.Count)
        {
            if (batch[first].IsAlone)
            {
                batch[first].Run(connection);
                _committed();
                batch[first++].Acknowledge();
                continue;
            }

            var end = first;
            while (end < batch.Count && !batch[end].IsAlone)
            {
                end++;
            }

            Commit(batch[first..end], connection);
            first = end;
        }
    }

    private void Commit(List<Work> writes, SqliteConnection connection)
    {
        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        foreach (var write in writes)
        {
            write.Run(connection);
        }

        SqliteFile.Execute(connection, "COMMIT");
        _committed();
        writes.ForEach(write => write.Acknowledge());
    }

    private abstract class Work
    {
        public abstract bool IsAlone { get; }

        /// <summary>Does the work; a failure of its own is kept for <see cref="Acknowledge"/> and leaves no trace.</summary>
        public abstract void Run(SqliteConnection connection);

        public abstract void Acknowledge();

        public abstract void Fail(Exception exception);
    }

    private abstract class Work<T>(CancellationToken cancel) : Work
    {
        // Continuations must not run on the writer: they would hold up everyone else's commit.
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;
        private T? _result;

        public Task<T> Completion => _completion.Task;

        public sealed override void Run(SqliteConnection connection)
        {
            if (cancel.IsCancellationRequested)
            {
                _failure = new OperationCanceledException(cancel);
                return;
            }

            (_result, _failure) = Do(connection);
        }

        public sealed override void Acknowledge()
        {
            if (_failure is null)
            {
                _completion.TrySetResult(_result!);
            }
            else
            {
                Fail(_failure);
            }
        }

        public sealed override void Fail(Exception exception) => _completion.TrySetException(exception);

        protected abstract (T? Result, Exception? Failure) Do(SqliteConnection connection);
    }

    private sealed class Write<T>(Func<DbConnection, T> write, CancellationToken cancel) : Work<T>(cancel)
    {
        public override bool IsAlone => false;

        protected override (T? Result, Exception? Failure) Do(SqliteConnection connection)
        {
            SqliteFile.Execute(connection, "SAVEPOINT write");
            try
            {
                var result = write(connection);
                SqliteFile.Execute(connection, "RELEASE write");
                return (result, null);
            }
            catch (Exception exception)
            {
                // Throws when the transaction itself is gone (disk full, for one): then the whole batch fails.
                SqliteFile.Execute(connection, "ROLLBACK TO write; RELEASE write");
                return (default, exception);
            }
        }
    }

    private sealed class Alone<T>(Func<SqliteConnection, T> work, CancellationToken cancel) : Work<T>(cancel)
    {
        public override bool IsAlone => true;

        protected override (T? Result, Exception? Failure) Do(SqliteConnection connection)
        {
            try
            {
                return (work(connection), null);
            }
            catch (Exception exception)
            {
                return (default, exception);
            }
        }
    }
}
