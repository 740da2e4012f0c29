using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

internal sealed class GetWorkshopHandler(IModuleDatabase database) : IRequestHandler<GetWorkshop, WorkshopDocument?>
{
    public Task<WorkshopDocument?> Handle(GetWorkshop request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => StoredWorkshop.Read(connection, Sight.Of(request.Reader)), cancellationToken);
}
