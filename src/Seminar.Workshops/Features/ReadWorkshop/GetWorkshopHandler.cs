using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

internal sealed class GetWorkshopHandler(IModuleDatabase database) : IRequestHandler<GetWorkshop, WorkshopDocument?>
{
    public Task<WorkshopDocument?> Handle(GetWorkshop request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(StoredWorkshop.Read, cancellationToken);
}
