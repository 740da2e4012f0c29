using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

internal sealed class StreamWorkshopHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<StreamWorkshop, IAsyncEnumerable<WorkshopPiece>>
{
    private const int Ahead = 8;

    public Task<IAsyncEnumerable<WorkshopPiece>> Handle(StreamWorkshop request, CancellationToken cancellationToken) =>
        // The request's own token ends with the request: the reader brings another.
        Task.FromResult(ReadAsync(Sight.Of(request.Reader), CancellationToken.None));

    private async IAsyncEnumerable<WorkshopPiece> ReadAsync(Sight sight, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pieces = Channel.CreateBounded<WorkshopPiece>(Ahead);
        // A snapshot is read on one thread from its beginning to its end; it waits there for a slow reader.
        var reading = Task.Run(() => database.ReadSnapshotAsync(connection => Send(connection, sight, pieces.Writer, stopped.Token), stopped.Token), CancellationToken.None);
        _ = reading.ContinueWith(ended => pieces.Writer.TryComplete(ended.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancel))
            {
                yield return piece;
            }
        }
        finally
        {
            await stopped.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private int Send(DbConnection connection, Sight sight, ChannelWriter<WorkshopPiece> pieces, CancellationToken stopped)
    {
        var sent = 0;
        foreach (var piece in StoredWorkshop.ReadPieces(connection, theme, sight))
        {
            pieces.WriteAsync(piece, stopped).AsTask().GetAwaiter().GetResult();
            sent++;
        }

        return sent;
    }
}
