using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Features.SendOperations;

/// <summary>Does operations in their order, each all or nothing. What is sent twice has one effect.</summary>
internal sealed record SendOperations(BoardAuthor Author, IReadOnlyList<BoardOperation> Operations) : IRequest<IReadOnlyList<BoardAnswer>>;

internal sealed class SendOperationsHandler(IModuleDatabase database, BoardFeed feed, TimeProvider clock) : IRequestHandler<SendOperations, IReadOnlyList<BoardAnswer>>
{
    public async Task<IReadOnlyList<BoardAnswer>> Handle(SendOperations request, CancellationToken cancellationToken)
    {
        var answers = new List<BoardAnswer>(request.Operations.Count);
        foreach (var operation in request.Operations)
        {
            answers.Add(await DoAsync(request.Author, operation));
        }

        feed.Wake();
        return answers;
    }

    /// <summary>Not cancelled with the request: who went away is still told by the feed what became of it.</summary>
    private async Task<BoardAnswer> DoAsync(BoardAuthor author, BoardOperation operation)
    {
        try
        {
            return await database.WriteAsync(connection => BoardLog.Append(connection, author, operation, clock.GetUtcNow()), CancellationToken.None);
        }
        catch (BoardRefusal refusal)
        {
            return new BoardAnswer(operation.Id, null, refusal.Code, refusal.Message, refusal.Current);
        }
    }
}
