using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

internal sealed class GetDataChecksHandler(IModuleDatabase database) : IRequestHandler<GetDataChecks, IReadOnlyList<DataCheck>>
{
    public async Task<IReadOnlyList<DataCheck>> Handle(GetDataChecks request, CancellationToken cancellationToken)
    {
        var workshop = await database.ReadSnapshotAsync(StoredWorkshop.Read, cancellationToken);
        return workshop is null ? [] : DataChecks.Of(workshop, request.Departements).ToList();
    }
}
