using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Features.SeatGroups;

/// <summary>Gives a group to everyone who arrived after the groups were composed, without moving anyone. Answers how many.</summary>
internal sealed record SeatLatecomers(string Workshop) : IRequest<int>;

internal sealed class SeatLatecomersHandler(IModuleDatabase database) : IRequestHandler<SeatLatecomers, int>
{
    public Task<int> Handle(SeatLatecomers request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var seated = SeatedGroups.Read(connection, request.Workshop);
            if (seated.Latest is not { } latest)
            {
                return 0;
            }

            var groups = latest.Groups.Select(group => group.ToList()).ToList();
            foreach (var person in seated.Standing)
            {
                // All full: a new group opens, and the next latecomers fill it.
                var position = Placement.ForLatecomer(seated.Attendees, [.. groups], person.Id, seated.Earlier) ?? groups.Count;
                if (position == groups.Count)
                {
                    groups.Add([]);
                }

                groups[position].Add(person.Id);
                connection.Execute(
                    """
                    INSERT INTO seat (workshop, round, person, group_number) VALUES (@workshop, @round, @person, @group)
                    ON CONFLICT (workshop, round, person) DO UPDATE SET group_number = @group
                    """,
                    new { workshop = request.Workshop, round = latest.Number, person = person.Id, group = position + 1 });
            }

            return seated.Standing.Count;
        },
        cancellationToken);
}

/// <summary>Keeps someone in their group when the groups are composed again, or no longer.</summary>
internal sealed record LockPerson(string Workshop, Guid Person, bool IsLocked) : IRequest<bool>;

internal sealed class LockPersonHandler(IModuleDatabase database) : IRequestHandler<LockPerson, bool>
{
    public Task<bool> Handle(LockPerson request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            """
            UPDATE seat SET is_locked = @IsLocked WHERE workshop = @Workshop AND person = @Person
              AND round = (SELECT MAX(number) FROM round WHERE workshop = @Workshop)
            """,
            new { request.IsLocked, request.Workshop, request.Person }) > 0,
        cancellationToken);
}
