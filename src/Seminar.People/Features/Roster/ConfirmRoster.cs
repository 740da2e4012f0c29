using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Features.Registrations;
using Seminar.People.Programme;
using Seminar.People.Wishes;

namespace Seminar.People.Features.Roster;

/// <summary>Registers the good lines of a roster, all in one write; null when the draft is gone or nothing may be registered.</summary>
/// <param name="Draft">The roster.</param>
/// <param name="Choices">How it was previewed.</param>
/// <param name="GoodLinesOnly">Whether wrong lines are left out; otherwise one wrong line keeps all from being registered.</param>
internal sealed record ConfirmRoster(Guid Draft, RosterChoices Choices, bool GoodLinesOnly) : IRequest<RosterResult?>;

/// <summary>What was registered.</summary>
internal sealed record RosterResult(int Registered, int Waiting);

internal sealed class ConfirmRosterHandler(IModuleDatabase database, WorkshopProgramme programme, RegionDepartements region, TimeProvider clock)
    : IRequestHandler<ConfirmRoster, RosterResult?>
{
    public async Task<RosterResult?> Handle(ConfirmRoster request, CancellationToken cancellationToken)
    {
        var workshops = await programme.ReadAsync(cancellationToken);
        var departements = region.Read();
        var now = clock.GetUtcNow();
        return await database.WriteAsync(
            connection =>
            {
                var preview = ReadDraftHandler.Read(connection, request.Draft, request.Choices, workshops, departements);
                if (preview is null || preview.Good.Count == 0 || (preview.Wrong.Count > 0 && !request.GoodLinesOnly))
                {
                    return null;
                }

                var waiting = Register(connection, [.. preview.Good.Select(line => line.Person)], now);
                connection.Execute("DELETE FROM roster_draft WHERE id = @Draft", new { request.Draft });
                return new RosterResult(preview.Good.Count, waiting);
            },
            cancellationToken);
    }

    private static int Register(DbConnection connection, IReadOnlyList<RosterPerson> people, DateTimeOffset now)
    {
        var number = GivenNumbers.Take(connection, people.Count);
        var free = FreeSeats.Count(connection).ToDictionary();
        var waiting = 0;
        foreach (var person in people)
        {
            var workshop = Take(free, person.Workshop);
            waiting += person.Workshop is not null && workshop is null ? 1 : 0;
            Insert(connection, person, workshop, number++, now);
        }

        return waiting;
    }

    /// <summary>A workshop that is full by now becomes a wish: whoever was meant to be there waits for it.</summary>
    private static string? Take(Dictionary<string, int> free, string? workshop)
    {
        if (workshop is null || !free.TryGetValue(workshop, out var left))
        {
            return workshop;
        }

        free[workshop] = left - 1;
        return left > 0 ? workshop : null;
    }

    private static void Insert(DbConnection connection, RosterPerson person, string? workshop, int number, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var waits = person.Workshop is not null && workshop is null;
        connection.Execute(
            """
            INSERT INTO person (id, number, family, first_name, last_name, organisation, position, departement, email, is_witness, workshop, waiting_since, source, registered_at)
            VALUES (@id, @number, @Family, @FirstName, @LastName, @Organisation, @Position, @Departement, @Email, @IsWitness, @workshop, @waitingSince, 'import', @now)
            """,
            new
            {
                id, number, person.Family, person.FirstName, person.LastName, person.Organisation, person.Position, person.Departement, person.Email,
                person.IsWitness, workshop, waitingSince = waits ? now : (DateTimeOffset?)null, now,
            });
        var wishes = waits ? [person.Workshop!, .. person.Wishes.Where(wish => wish != person.Workshop)] : person.Wishes;
        connection.Execute(
            "INSERT INTO wish (person, rank, workshop) VALUES (@id, @rank, @wish)", wishes.Select((wish, index) => new { id, rank = index + 1, wish }));
    }
}
