using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

internal sealed class ReplaceWorkshopHandler(IModuleDatabase database, ThemeIdentity theme)
    : IRequestHandler<ReplaceWorkshop, Outcome>
{
    public async Task<Outcome> Handle(ReplaceWorkshop request, CancellationToken cancellationToken)
    {
        var refusals = WorkshopRules.Check(request.Document, theme.Key);
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        return await database.WriteAsync(
            connection =>
            {
                WriteWorkshop.Replace(connection, request.Document);
                return Outcome.Done;
            },
            cancellationToken);
    }
}
