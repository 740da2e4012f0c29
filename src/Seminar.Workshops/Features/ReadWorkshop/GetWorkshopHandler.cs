using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops;

internal sealed class GetWorkshopHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<GetWorkshop, WorkshopDocument?>
{
    public Task<WorkshopDocument?> Handle(GetWorkshop request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => StoredWorkshop.Read(connection, theme, Sight.Of(request.Reader)), cancellationToken);
}
