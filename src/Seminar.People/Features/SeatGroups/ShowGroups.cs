using MediatR;
using Seminar.Contracts.Reference;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Groups.Composition;
using Seminar.People.Programme;

namespace Seminar.People.Features.SeatGroups;

/// <summary>The groups of a workshop; null when no theme has this key.</summary>
internal sealed record ShowGroups(string Workshop) : IRequest<GroupsView?>;

/// <summary>The groups of a workshop.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Round">Number of the round; 0 before the first.</param>
/// <param name="Groups">The groups, in order.</param>
/// <param name="Standing">Those present without a group.</param>
/// <param name="Present">How many are present.</param>
/// <param name="Score">What is not as wished, in words; empty when everything is.</param>
/// <param name="Move">A move to confirm, or null.</param>
/// <param name="Refusal">Why something was refused, or null.</param>
public sealed record GroupsView(
    ProgrammeWorkshop Workshop, int Round, IReadOnlyList<GroupView> Groups, IReadOnlyList<SeatedPersonView> Standing, int Present,
    IReadOnlyList<string> Score, MoveView? Move, string? Refusal);

/// <summary>One group.</summary>
public sealed record GroupView(int Number, IReadOnlyList<SeatedPersonView> People, IReadOnlyList<string> Reasons, bool IsTooSmall);

/// <summary>Someone in a group.</summary>
public sealed record SeatedPersonView(Guid Id, int Badge, string Name, Family Family, string Organisation, string? Departement, bool IsWitness, bool IsLocked);

/// <summary>A move, with what it would change.</summary>
public sealed record MoveView(SeatedPersonView Person, int From, int To, SeatedPersonView? InExchange, IReadOnlyList<string> Effects, IReadOnlyList<SeatedPersonView> Exchangeable);

internal sealed class ShowGroupsHandler(IModuleDatabase database, WorkshopProgramme programme) : IRequestHandler<ShowGroups, GroupsView?>
{
    public async Task<GroupsView?> Handle(ShowGroups request, CancellationToken cancellationToken)
    {
        if (await programme.FindAsync(request.Workshop, cancellationToken) is not { } workshop)
        {
            return null;
        }

        var seated = await database.ReadSnapshotAsync(connection => SeatedGroups.Read(connection, request.Workshop), cancellationToken);
        var people = seated.Present.ToDictionary(person => person.Id);
        var groups = seated.Latest?.Groups ?? [];
        var filled = groups.Count(group => group.Count > 0);
        return new GroupsView(
            workshop, seated.Latest?.Number ?? 0,
            [.. groups.Select((group, index) => Describe(index + 1, [.. group.Select(id => people[id])], seated, filled)).Where(group => group.People.Count > 0)],
            [.. seated.Standing.Select(person => View(person, seated))], seated.Present.Count,
            seated.Latest is null ? [] : ScoreWords.Of(Composer.Score(seated.Attendees, groups.Where(group => group.Count > 0), seated.Earlier)), null, null);
    }

    private static GroupView Describe(int number, IReadOnlyList<PresentPerson> group, SeatedGroups seated, int groups) => new(
        number, [.. group.Select(person => View(person, seated))],
        group.Count == 0 ? [] : Explanation.Of([.. group.Select(person => person.Attendee)], seated.Attendees, groups, Departements.NameOf),
        group.Count < GroupSizes.Smallest);

    private static SeatedPersonView View(PresentPerson person, SeatedGroups seated) => new(
        person.Id, person.Number, person.Name, person.Attendee.Family, person.Attendee.Organisation, person.Attendee.Departement,
        person.Attendee.IsWitness, seated.Locked.Contains(person.Id));
}
