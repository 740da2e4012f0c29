using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Features.WatchRooms;

internal sealed class GetLiveStatusHandler(IModuleDatabase database, BoardFeed feed) : IRequestHandler<GetLiveStatus, LiveStatus>
{
    public Task<LiveStatus> Handle(GetLiveStatus request, CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        connection =>
        {
            var method = StoredMethod.Read(connection);
            return new LiveStatus(
                method.Clock?.Kind, method.Phases.FirstOrDefault(phase => phase.Id == method.Clock?.Phase)?.Title, method.Clock?.EndsAt, feed.Presence.Devices,
                connection.ExecuteScalar<int>("SELECT COUNT(*) FROM note WHERE state <> 'deleted'"),
                connection.ExecuteScalar<int>("SELECT COUNT(*) FROM note WHERE state <> 'deleted' AND heading IS NULL AND merged_into IS NULL"),
                connection.ExecuteScalar<int>("SELECT COUNT(*) FROM proposal WHERE state <> 'deleted'"),
                BoardRows.Voters(connection), BoardRows.Calls(connection).Count);
        },
        cancellationToken);
}
