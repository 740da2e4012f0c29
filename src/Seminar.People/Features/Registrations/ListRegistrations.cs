using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Features.Roster;
using Seminar.People.Programme;
using Seminar.Tables;

namespace Seminar.People.Features.Registrations;

/// <summary>The registrations, filtered.</summary>
internal sealed record ListRegistrations(string? Workshop, string? Family, string? State, string? Text) : IRequest<RegistrationsView>;

/// <summary>The list of registrations.</summary>
/// <param name="People">Those that were asked for.</param>
/// <param name="Registered">All registrations that are not cancelled.</param>
/// <param name="Waiting">Of these, those without a seat.</param>
/// <param name="Workshops">The workshops with their seats.</param>
/// <param name="Filter">What was asked for.</param>
public sealed record RegistrationsView(
    IReadOnlyList<RegistrationView> People, int Registered, int Waiting, IReadOnlyList<WorkshopSeatsView> Workshops, RegistrationFilter Filter);

/// <summary>What was asked for.</summary>
public sealed record RegistrationFilter(string? Workshop, string? Family, string? State, string? Text);

/// <summary>A workshop with its seats; capacity is null without a limit.</summary>
public sealed record WorkshopSeatsView(ProgrammeWorkshop Workshop, int Taken, int? Capacity, int Waiting);

/// <summary>A registration in the list.</summary>
public sealed record RegistrationView(
    Guid Id, int Number, string Name, Family Family, string Organisation, string? Departement, string? Workshop, IReadOnlyList<string> Wishes, bool IsCancelled, bool IsAnonymous);

internal sealed class ListRegistrationsHandler(IModuleDatabase database, WorkshopProgramme programme) : IRequestHandler<ListRegistrations, RegistrationsView>
{
    public async Task<RegistrationsView> Handle(ListRegistrations request, CancellationToken cancellationToken)
    {
        var workshops = await programme.ReadAsync(cancellationToken);
        var names = workshops.ToDictionary(each => each.Key, each => each.Name);
        var rows = await database.ReadAsync<Row>(
            """
            SELECT id AS Id, number AS Number, first_name AS FirstName, last_name AS LastName, family AS Family, organisation AS Organisation,
                   departement AS Departement, workshop AS Workshop, cancelled_at IS NOT NULL AS IsCancelled, anonymised_at IS NOT NULL AS IsAnonymous
            FROM person ORDER BY last_name, first_name, number
            """,
            null, cancellationToken);
        var wishes = (await database.ReadAsync<WishRow>("SELECT person AS Person, workshop AS Workshop FROM wish ORDER BY person, rank", null, cancellationToken))
            .ToLookup(row => row.Person, row => row.Workshop);
        var capacities = (await database.ReadAsync<CapacityRow>("SELECT workshop AS Workshop, seats AS Seats FROM capacity", null, cancellationToken))
            .ToDictionary(row => row.Workshop, row => row.Seats);
        var live = rows.Where(row => !row.IsCancelled).ToList();
        return new RegistrationsView(
            [.. rows.Where(row => Suits(row, request)).Select(row => row.View(names, wishes[row.Id]))], live.Count, live.Count(row => row.Workshop is null),
            [.. workshops.Select(each => new WorkshopSeatsView(
                each, live.Count(row => row.Workshop == each.Key), capacities.TryGetValue(each.Key, out var seats) ? seats : null,
                live.Count(row => row.Workshop is null && wishes[row.Id].Contains(each.Key))))],
            new RegistrationFilter(request.Workshop, request.Family, request.State, request.Text));
    }

    private static bool Suits(Row row, ListRegistrations request) =>
        (string.IsNullOrEmpty(request.Workshop) || row.Workshop == request.Workshop)
        && (string.IsNullOrEmpty(request.Family) || row.Family == request.Family)
        && request.State switch { "attente" => row.Workshop is null && !row.IsCancelled, "annule" => row.IsCancelled, "tous" => true, _ => !row.IsCancelled }
        && (string.IsNullOrWhiteSpace(request.Text) || NearestValue.Plain($"{row.Number} {row.FirstName} {row.LastName} {row.Organisation}").Contains(NearestValue.Plain(request.Text), StringComparison.Ordinal));

    private sealed record Row(
        Guid Id, int Number, string FirstName, string LastName, string Family, string Organisation, string? Departement, string? Workshop, bool IsCancelled,
        bool IsAnonymous)
    {
        public RegistrationView View(IReadOnlyDictionary<string, string> names, IEnumerable<string> wishes) => new(
            Id, Number, IsAnonymous ? "anonyme" : $"{FirstName} {LastName}".Trim(), FamilyText.Read(Family), Organisation, Departement,
            Workshop is null ? null : names.GetValueOrDefault(Workshop, Workshop), [.. wishes.Select(wish => names.GetValueOrDefault(wish, wish))], IsCancelled, IsAnonymous);
    }

    private sealed record WishRow(Guid Person, string Workshop);

    private sealed record CapacityRow(string Workshop, int Seats);
}
