using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Features.SeatGroups;

/// <summary>Moves someone to another group, in exchange for someone else or not; or only tells what it would change.</summary>
/// <param name="Workshop">Key of the theme.</param>
/// <param name="Person">Who moves.</param>
/// <param name="Group">Number of the group where they go.</param>
/// <param name="InExchange">Who comes back from there, or null.</param>
/// <param name="Apply">Whether it is done.</param>
internal sealed record MovePerson(string Workshop, Guid Person, int Group, Guid? InExchange, bool Apply) : IRequest<MoveEffect>;

/// <summary>What a move changes.</summary>
internal sealed record MoveEffect(Outcome Outcome, CompositionScore Before, CompositionScore After, int From);

internal sealed class MovePersonHandler(IModuleDatabase database) : IRequestHandler<MovePerson, MoveEffect>
{
    public Task<MoveEffect> Handle(MovePerson request, CancellationToken cancellationToken) => request.Apply
        ? database.WriteAsync(connection => Move(connection, request), cancellationToken)
        : database.ReadSnapshotAsync(connection => Move(connection, request), cancellationToken);

    private static MoveEffect Move(DbConnection connection, MovePerson request)
    {
        var seated = SeatedGroups.Read(connection, request.Workshop);
        if (seated.Latest is not { } latest)
        {
            return new MoveEffect(Outcome.Refused("", "Les groupes ne sont pas encore composés."), default, default, 0);
        }

        if (Refuse(request, latest) is { } refusal)
        {
            return new MoveEffect(Outcome.Refused("", refusal), default, default, 0);
        }

        var from = Enumerable.Range(1, latest.Groups.Count).First(number => latest.Groups[number - 1].Contains(request.Person));
        if (request.Apply)
        {
            Seat(connection, request.Workshop, latest.Number, request.Person, request.Group);
            if (request.InExchange is { } other)
            {
                Seat(connection, request.Workshop, latest.Number, other, from);
            }
        }

        var moved = Placement.Move(latest.Groups, request.Person, request.Group - 1, request.InExchange);
        return new MoveEffect(
            Outcome.Done, Composer.Score(seated.Attendees, latest.Groups, seated.Earlier), Composer.Score(seated.Attendees, moved, seated.Earlier), from);
    }

    private static string? Refuse(MovePerson request, SeatedRound latest)
    {
        if (request.Group < 1 || request.Group > latest.Groups.Count)
        {
            return $"Il n’y a pas de groupe {request.Group}.";
        }

        var target = latest.Groups[request.Group - 1];
        if (!latest.Groups.Any(group => group.Contains(request.Person)) || target.Contains(request.Person))
        {
            return "Cette personne est déjà dans ce groupe, ou n’est plus là.";
        }

        return request.InExchange switch
        {
            { } other when !target.Contains(other) => "La personne à échanger n’est pas dans ce groupe.",
            null when target.Count >= GroupSizes.Largest => $"Le groupe {request.Group} est complet ({GroupSizes.Largest} personnes)\u00A0: choisissez avec qui échanger.",
            _ => null,
        };
    }

    private static void Seat(DbConnection connection, string workshop, int round, Guid person, int group) => connection.Execute(
        "UPDATE seat SET group_number = @group WHERE workshop = @workshop AND round = @round AND person = @person", new { workshop, round, person, group });
}
