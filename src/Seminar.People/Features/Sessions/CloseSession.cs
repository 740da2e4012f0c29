using Dapper;
using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.People.Features.Sessions;

/// <summary>Ends one session: its holder leaves.</summary>
/// <param name="Session">Identifier of the session.</param>
public sealed record CloseSession(Guid Session) : IRequest<bool>;

internal sealed class CloseSessionHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<CloseSession, bool>
{
    public async Task<bool> Handle(CloseSession request, CancellationToken cancellationToken) => await database.WriteAsync(
        connection => connection.Execute(
            "UPDATE participant_session SET revoked_at = @now WHERE id = @session AND revoked_at IS NULL",
            new { session = request.Session, now = clock.GetUtcNow() }) > 0,
        cancellationToken);
}
