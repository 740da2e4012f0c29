using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Programme;

namespace Seminar.People.Features.SeatGroups;

/// <summary>The workshops with how many are expected, present and seated.</summary>
internal sealed record ListGroups : IRequest<GroupListView>;

/// <summary>The list of workshops.</summary>
public sealed record GroupListView(IReadOnlyList<WorkshopGroupsView> Workshops);

/// <summary>One workshop in it.</summary>
public sealed record WorkshopGroupsView(ProgrammeWorkshop Workshop, int Expected, int Present, int Groups, int Standing);

internal sealed class ListGroupsHandler(IModuleDatabase database, WorkshopProgramme programme) : IRequestHandler<ListGroups, GroupListView>
{
    public async Task<GroupListView> Handle(ListGroups request, CancellationToken cancellationToken)
    {
        var counts = (await database.ReadAsync<Row>(
            """
            SELECT p.workshop AS Workshop, COUNT(*) AS Expected, COUNT(a.person) AS Present, COUNT(DISTINCT s.group_number) AS Groups,
                   SUM(a.person IS NOT NULL AND s.person IS NULL) AS Standing
            FROM person p
            LEFT JOIN arrival a ON a.person = p.id AND a.left_at IS NULL
            LEFT JOIN seat s ON s.person = p.id AND s.workshop = p.workshop AND s.round = (SELECT MAX(number) FROM round WHERE workshop = p.workshop)
            WHERE p.workshop IS NOT NULL AND p.cancelled_at IS NULL
            GROUP BY p.workshop
            """,
            null, cancellationToken)).ToDictionary(row => row.Workshop);
        return new GroupListView([.. (await programme.ReadAsync(cancellationToken)).Select(workshop => counts.TryGetValue(workshop.Key, out var row)
            ? new WorkshopGroupsView(workshop, row.Expected, row.Present, row.Groups, row.Groups == 0 ? 0 : row.Standing)
            : new WorkshopGroupsView(workshop, 0, 0, 0, 0))]);
    }

    private sealed record Row(string Workshop, int Expected, int Present, int Groups, int Standing);
}
