using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>Takes a scheme off the watch: it exists no more.</summary>
internal sealed record EndScheme(Guid Id) : IRequest;

internal sealed class EndSchemeHandler(IModuleDatabase database) : IRequestHandler<EndScheme>
{
    public async Task<Unit> Handle(EndScheme request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => connection.Execute("DELETE FROM scheme WHERE id = @Id", request), cancellationToken);
        return Unit.Value;
    }
}
