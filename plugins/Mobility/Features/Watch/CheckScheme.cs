using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>Someone has checked that a scheme still exists, and says when to check again.</summary>
internal sealed record CheckScheme(Guid Id, string? Next) : IRequest<Outcome>;

internal sealed class CheckSchemeHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<CheckScheme, Outcome>
{
    public async Task<Outcome> Handle(CheckScheme request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var next = rules.Date("next", request.Next);
        if (rules.Outcome.Accepted && next <= DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
        {
            return Outcome.Refused("next", "La prochaine vérification est dans l’avenir.");
        }

        if (rules.Outcome.Accepted)
        {
            await database.WriteAsync(connection => connection.Execute("UPDATE scheme SET check_again_on = @next WHERE id = @Id", new { request.Id, next }), cancellationToken);
        }

        return rules.Outcome;
    }
}
