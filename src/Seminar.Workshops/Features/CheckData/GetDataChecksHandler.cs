using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

internal sealed class GetDataChecksHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<GetDataChecks, IReadOnlyList<DataCheck>>
{
    public async Task<IReadOnlyList<DataCheck>> Handle(GetDataChecks request, CancellationToken cancellationToken)
    {
        // They tell no note: a heading whose notes are hidden is not an empty one.
        var workshop = await database.ReadSnapshotAsync(connection => StoredWorkshop.Read(connection, theme, Sight.Of(WorkshopReader.Team)), cancellationToken);
        return workshop is null ? [] : DataChecks.Of(workshop, request.Departements).ToList();
    }
}
