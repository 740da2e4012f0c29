using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops;

internal sealed class ReplaceWorkshopHandler(IModuleDatabase database, ThemeIdentity theme, BoardFeed feed, TimeProvider clock)
    : IRequestHandler<ReplaceWorkshop, Outcome>
{
    public async Task<Outcome> Handle(ReplaceWorkshop request, CancellationToken cancellationToken)
    {
        var refusals = WorkshopRules.Check(request.Document, theme.Key);
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var outcome = await database.WriteAsync(
            connection =>
            {
                WriteWorkshop.Replace(connection, request.Document);
                BoardLog.Replaced(connection, clock.GetUtcNow());
                return Outcome.Done;
            },
            cancellationToken);
        feed.Wake();
        return outcome;
    }
}
