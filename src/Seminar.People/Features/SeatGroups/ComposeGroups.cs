using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Features.SeatGroups;

/// <summary>Composes the groups of a workshop from those present: the current round again, keeping who is locked, or a new one.</summary>
/// <param name="Workshop">Key of the theme.</param>
/// <param name="NewRound">Whether people change groups, to meet others.</param>
internal sealed record ComposeGroups(string Workshop, bool NewRound) : IRequest<bool>;

internal sealed class ComposeGroupsHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ComposeGroups, bool>
{
    public Task<bool> Handle(ComposeGroups request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var seated = SeatedGroups.Read(connection, request.Workshop);
            if (seated.Present.Count == 0)
            {
                return false;
            }

            var (number, seed, earlier) = Round(seated, request.NewRound);
            var composed = Composer.Compose(seated.Attendees, seed, earlier, request.NewRound ? null : Locks(seated));
            Write(connection, request.Workshop, number, seed, composed, seated.Locked, clock.GetUtcNow());
            return true;
        },
        cancellationToken);

    private static (int Number, int Seed, IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>> Earlier) Round(SeatedGroups seated, bool isNew) => seated.Latest switch
    {
        null => (1, 1, []),
        { } latest when isNew => (latest.Number + 1, 1, [.. seated.Rounds.Select(round => round.Groups)]),
        // Another seed: who asks again wants to see another good answer.
        { } latest => (latest.Number, latest.Seed + 1, seated.Earlier),
    };

    private static Dictionary<Guid, int> Locks(SeatedGroups seated) => seated.Latest is not { } latest ? [] : latest.Groups
        .SelectMany((group, position) => group.Where(seated.Locked.Contains).Select(person => (person, position)))
        .ToDictionary(each => each.person, each => each.position);

    private static void Write(DbConnection connection, string workshop, int number, int seed, Composition composed, IReadOnlySet<Guid> locked, DateTimeOffset now)
    {
        connection.Execute("DELETE FROM seat WHERE workshop = @workshop AND round = @number", new { workshop, number });
        connection.Execute(
            """
            INSERT INTO round (workshop, number, seed, composed_at) VALUES (@workshop, @number, @seed, @now)
            ON CONFLICT (workshop, number) DO UPDATE SET seed = @seed, composed_at = @now
            """,
            new { workshop, number, seed, now });
        connection.Execute(
            "INSERT INTO seat (workshop, round, person, group_number, is_locked) VALUES (@workshop, @number, @person, @group, @isLocked)",
            composed.Groups.SelectMany((group, position) => group.Select(person => new { workshop, number, person, group = position + 1, isLocked = locked.Contains(person) })));
    }
}
