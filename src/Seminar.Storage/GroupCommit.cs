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
        Channel.CreateBounded<Work>(new BoundedChannelOptions(LongestQueue) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly SqliteFile _file;
    private readonly Action _committed;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GroupCommit(SqliteFile file, Action committed)
    {
        _file = file;
        _committed = committed;
        // A thread of its own: waiting for disks on the pool's few would keep requests, and acknowledgements, from running.
        _thread = new Thread(Drain) { IsBackground = true, Name = $"writer of {Path.GetFileName(file.Path)}" };
        _thread.Start();
    }

    /// <summary>Queues a write of the shared transaction.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, T> write, CancellationToken cancel) =>
        EnqueueAsync(new Write<T>(write, cancel), cancel);

    /// <summary>Queues work that needs the writer's connection for itself, outside any transaction.</summary>
    public Task<T> AloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancel) =>
        EnqueueAsync(new Alone<T>(work, cancel), cancel);

    /// <summary>Takes no further work, and ends once what waits is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private async Task<T> EnqueueAsync<T>(Work<T> work, CancellationToken cancel)
    {
        if (Thread.CurrentThread == _thread)
        {
            throw new InvalidOperationException("Une écriture ne peut pas en attendre une autre : faites les deux sur la même connexion.");
        }

        try
        {
            await _queue.Writer.WriteAsync(work, cancel);
        }
        catch (ChannelClosedException)
        {
            throw SqliteFile.Closed();
        }

        // A caller who gives up is let go at once, unless the writer has already begun.
        await using var registration = cancel.UnsafeRegister(static queued => ((Work)queued!).Cancel(), work);
        return await work.Completion;
    }

    private void Drain()
    {
        WriterConnection? connection = null;
        var batch = new List<Work>(LargestBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Gather(batch);
            try
            {
                connection ??= _file.OpenGuardedWriter();
                Carry(batch, connection);
            }
            catch (Exception exception)
            {
                // A connection in doubt is not kept: closing it rolls back what it had not committed.
                connection?.Dispose();
                connection = null;
                batch.ForEach(work => work.Fail(new IOException($"L’écriture n’a pas pu être enregistrée : {exception.Message}", exception)));
            }

            batch.Clear();
        }

        connection?.Dispose();
        _ended.SetResult();
    }

    /// <summary>Takes what waits, as far as it can share a transaction: work that wants to be alone is a batch by itself.</summary>
    private void Gather(List<Work> batch)
    {
        while (batch.Count < LargestBatch
            && _queue.Reader.TryPeek(out var next)
            && (batch.Count == 0 || !(batch[0].IsAlone || next.IsAlone))
            && _queue.Reader.TryRead(out next))
        {
            batch.Add(next);
        }
    }

    private void Carry(List<Work> batch, WriterConnection connection)
    {
        if (batch[0].IsAlone)
        {
            batch[0].Run(connection);
        }
        else
        {
            Commit(batch, connection);
        }

        _committed();
        batch.ForEach(work => work.Acknowledge());
    }

    private void Commit(List<Work> writes, WriterConnection connection)
    {
        while (FirstToEndTheTransaction(writes, connection) is { } culprit)
        {
            culprit.Acknowledge();
            writes.Remove(culprit);
        }

        SqliteFile.Execute(connection, "COMMIT");
    }

    /// <summary>
    /// Runs the writes in one transaction, which stays open. SQLite may end it for one of them (INSERT OR ROLLBACK,
    /// a full disk): that one is returned and fails alone, the others are for a second run.
    /// </summary>
    private Work? FirstToEndTheTransaction(List<Work> writes, WriterConnection connection)
    {
        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        for (var next = 0; next < writes.Count; next++)
        {
            writes[next].Run(connection);
            if (!SqlGuard.HasTransaction(connection))
            {
                return writes[next];
            }

            // Those who came meanwhile need not wait for a commit of their own.
            Gather(writes);
        }

        return null;
    }

    private abstract class Work
    {
        public abstract bool IsAlone { get; }

        /// <summary>Does the work; a failure of its own is kept for <see cref="Acknowledge"/> and leaves no trace.</summary>
        public abstract void Run(WriterConnection connection);

        public abstract void Acknowledge();

        /// <summary>No effect on work that was acknowledged.</summary>
        public abstract void Fail(Exception exception);

        /// <summary>No effect on work that has begun.</summary>
        public abstract void Cancel();
    }

    private abstract class Work<T>(CancellationToken cancel) : Work
    {
        private const int Waiting = 0;
        private const int Begun = 1;
        private const int Cancelled = 2;

        // Continuations must not run on the writer: they would hold up everyone else's commit.
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _state;
        private Exception? _failure;
        private T? _result;

        public Task<T> Completion => _completion.Task;

        public sealed override void Run(WriterConnection connection)
        {
            if (Interlocked.CompareExchange(ref _state, Begun, Waiting) != Cancelled)
            {
                (_result, _failure) = Do(connection);
            }
        }

        public sealed override void Acknowledge()
        {
            if (_state == Cancelled)
            {
                _completion.TrySetCanceled(cancel);
            }
            else if (_failure is null)
            {
                _completion.TrySetResult(_result!);
            }
            else
            {
                _completion.TrySetException(_failure);
            }
        }

        public sealed override void Fail(Exception exception) => _completion.TrySetException(exception);

        public sealed override void Cancel()
        {
            if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
            {
                _completion.TrySetCanceled(cancel);
            }
        }

        protected abstract (T? Result, Exception? Failure) Do(WriterConnection connection);
    }

    private sealed class Write<T>(Func<DbConnection, T> write, CancellationToken cancel) : Work<T>(cancel)
    {
        public override bool IsAlone => false;

        protected override (T? Result, Exception? Failure) Do(WriterConnection connection)
        {
            connection.Savepoint();
            try
            {
                var result = connection.Run(write);
                SqlGuard.RefuseOpenReferences(connection);
                connection.ReleaseSavepoint();
                return (result, null);
            }
            catch (Exception exception)
            {
                if (SqlGuard.HasTransaction(connection))
                {
                    connection.RollbackToSavepoint();
                }

                return (default, exception);
            }
        }
    }

    private sealed class Alone<T>(Func<SqliteConnection, T> work, CancellationToken cancel) : Work<T>(cancel)
    {
        public override bool IsAlone => true;

        protected override (T? Result, Exception? Failure) Do(WriterConnection connection)
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
