using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.People.Wishes;

namespace Seminar.People.Features.Registrations;

/// <summary>Gives someone a seat in a workshop, or none; the seat that frees goes to the waiting list.</summary>
internal sealed record MoveToWorkshop(Guid Person, string? Workshop) : IRequest<Outcome>;

internal sealed class MoveToWorkshopHandler(IModuleDatabase database) : IRequestHandler<MoveToWorkshop, Outcome>
{
    public Task<Outcome> Handle(MoveToWorkshop request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var before = connection.QueryFirstOrDefault<string?>("SELECT workshop FROM person WHERE id = @Person", new { request.Person });
            if (request.Workshop is { } workshop && workshop != before && !FreeSeats.HasRoom(connection, workshop))
            {
                return Outcome.Refused("atelier", "Cet atelier est complet. Augmentez ses places, ou choisissez-en un autre.");
            }

            connection.Execute("UPDATE person SET workshop = @Workshop WHERE id = @Person", new { request.Workshop, request.Person });
            Freed.Advance(connection, before, request.Workshop);
            return Outcome.Done;
        },
        cancellationToken);
}

/// <summary>Cancels a registration, which frees the seat, or takes it up again, without a seat.</summary>
internal sealed record CancelRegistration(Guid Person, bool IsCancelled) : IRequest<bool>;

internal sealed class CancelRegistrationHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<CancelRegistration, bool>
{
    public Task<bool> Handle(CancelRegistration request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var before = connection.QueryFirstOrDefault<string?>("SELECT workshop FROM person WHERE id = @Person", new { request.Person });
            var changed = connection.Execute(
                "UPDATE person SET cancelled_at = @at, workshop = NULL WHERE id = @Person AND (cancelled_at IS NOT NULL) <> @IsCancelled",
                new { at = request.IsCancelled ? clock.GetUtcNow() : (DateTimeOffset?)null, request.Person, request.IsCancelled }) > 0;
            Freed.Advance(connection, before, null);
            return changed;
        },
        cancellationToken);
}

/// <summary>Makes the codes of a badge useless, and ends the sessions that they opened; a new badge has to be printed.</summary>
internal sealed record RevokeBadge(Guid Person) : IRequest<bool>;

internal sealed class RevokeBadgeHandler(IModuleDatabase database) : IRequestHandler<RevokeBadge, bool>
{
    public Task<bool> Handle(RevokeBadge request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute("UPDATE person SET badge_version = badge_version + 1 WHERE id = @Person", new { request.Person }) > 0, cancellationToken);
}

/// <summary>Sets how many a workshop takes; null for no limit. New seats go to the waiting list.</summary>
internal sealed record SetCapacity(IReadOnlyDictionary<string, int?> Seats) : IRequest<int>;

internal sealed class SetCapacityHandler(IModuleDatabase database) : IRequestHandler<SetCapacity, int>
{
    public Task<int> Handle(SetCapacity request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            foreach (var (workshop, seats) in request.Seats)
            {
                connection.Execute("DELETE FROM capacity WHERE workshop = @workshop", new { workshop });
                if (seats is { } limit)
                {
                    connection.Execute("INSERT INTO capacity (workshop, seats) VALUES (@workshop, @limit)", new { workshop, limit });
                }
            }

            return request.Seats.Keys.Sum(workshop => WaitingList.Advance(connection, workshop).Count);
        },
        cancellationToken);
}

internal static class Freed
{
    public static void Advance(DbConnection connection, string? before, string? after)
    {
        if (before is not null && before != after)
        {
            WaitingList.Advance(connection, before);
        }
    }
}
