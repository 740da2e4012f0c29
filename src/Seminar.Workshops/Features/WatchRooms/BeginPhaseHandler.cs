using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.WatchRooms;

internal sealed class BeginPhaseHandler(IModuleDatabase database, IMediator mediator) : IRequestHandler<BeginPhase, Outcome>
{
    public async Task<Outcome> Handle(BeginPhase request, CancellationToken cancellationToken)
    {
        var method = await database.ReadSnapshotAsync(StoredMethod.Read, cancellationToken);
        if (method.Phases.FirstOrDefault(phase => phase.Kind == request.PhaseKind) is not { } phase)
        {
            return Outcome.Refused("etape", "Cet atelier n’a pas d’étape de ce genre.");
        }

        var author = new BoardAuthor($"account:{request.By}", null, null, MayContribute: true, MayLead: true);
        var operation = new BoardOperation(Guid.CreateVersion7(), "phase.start") { Phase = phase.Id };
        var answer = (await mediator.Send(new SendOperations.SendOperations(author, [operation]), CancellationToken.None))[0];
        return answer.Message is { } refusal ? Outcome.Refused("etape", refusal) : Outcome.Done;
    }
}
