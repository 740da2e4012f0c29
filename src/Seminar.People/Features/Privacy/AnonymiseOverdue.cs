using System.Globalization;
using Dapper;
using MediatR;
using Seminar.Storage;

namespace Seminar.People.Features.Privacy;

/// <summary>
/// Makes anonymous everyone whose retention has passed: names, address and codes go, family, département, workshop and
/// presence stay for the figures. Answers how many.
/// </summary>
public sealed record AnonymiseOverdue : IRequest<int>;

internal sealed class AnonymiseOverdueHandler(ModuleDatabase database, TimeProvider clock) : IRequestHandler<AnonymiseOverdue, int>
{
    public async Task<int> Handle(AnonymiseOverdue request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (anonymised, gone) = await database.WriteAsync(
            connection =>
            {
                // What serves for a day only.
                var gone = connection.Execute("DELETE FROM roster_draft WHERE sent_at < @yesterday", new { yesterday = now.AddDays(-1) });
                connection.Execute("DELETE FROM participant_session WHERE expires_at < @yesterday", new { yesterday = now.AddDays(-1) });
                return (connection.Execute(
                    """
                    UPDATE person SET first_name = '', last_name = '', organisation = '', position = '', email = NULL,
                        badge_version = badge_version + 1, anonymised_at = @now
                    WHERE anonymised_at IS NULL
                      AND date(COALESCE((SELECT day FROM setting), substr(registered_at, 1, 10)), '+' || COALESCE((SELECT retention_months FROM setting), 12) || ' months') < @today
                    """,
                    new { now, today = DateOnly.FromDateTime(now.UtcDateTime).ToString("O", CultureInfo.InvariantCulture) }), gone);
            },
            cancellationToken);
        if (anonymised + gone > 0)
        {
            await database.ScrubAsync(CancellationToken.None);
        }

        return anonymised;
    }
}
