using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Programme;

namespace Seminar.People.Features.Arrivals;

/// <summary>Records what the door saw, in one write. Sent twice, it has one effect.</summary>
internal sealed record RecordArrivals(IReadOnlyList<ArrivalOperation> Operations) : IRequest<IReadOnlyList<ArrivalAnswer>>;

/// <summary>One thing that happened at the door.</summary>
/// <param name="Operation">Identifier made by the device.</param>
/// <param name="Kind"><c>arrived</c>, <c>left</c>, <c>undone</c>, or <c>walk-in</c>: someone who did not register.</param>
/// <param name="Person">The person; of a walk-in, an identifier made by the device.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="FirstName">Of a walk-in.</param>
/// <param name="LastName">Of a walk-in, unless a young person.</param>
/// <param name="Family">Of a walk-in, as the database writes it.</param>
/// <param name="Organisation">Of a walk-in.</param>
/// <param name="Workshop">Of a walk-in: key of the theme, or null.</param>
internal sealed record ArrivalOperation(
    Guid Operation, string Kind, Guid Person, DateTimeOffset At,
    string? FirstName = null, string? LastName = null, string? Family = null, string? Organisation = null, string? Workshop = null);

/// <summary>What became of an operation; the refusal is a French sentence.</summary>
internal sealed record ArrivalAnswer(Guid Operation, string? Refusal);

internal sealed class RecordArrivalsHandler(IModuleDatabase database, WorkshopProgramme programme, TimeProvider clock)
    : IRequestHandler<RecordArrivals, IReadOnlyList<ArrivalAnswer>>
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<ArrivalAnswer>> Handle(RecordArrivals request, CancellationToken cancellationToken)
    {
        var workshops = (await programme.ReadAsync(cancellationToken)).Select(workshop => workshop.Key).ToHashSet();
        var now = clock.GetUtcNow();
        return await database.WriteAsync<IReadOnlyList<ArrivalAnswer>>(
            connection => [.. request.Operations.Select(operation => new ArrivalAnswer(operation.Operation, Apply(connection, operation, workshops, now)))],
            cancellationToken);
    }

    /// <returns>Why it was refused, now or when it first came; null when it stands.</returns>
    private static string? Apply(DbConnection connection, ArrivalOperation operation, HashSet<string> workshops, DateTimeOffset now)
    {
        var known = connection.QueryFirstOrDefault<KnownRow>("SELECT refusal AS Refusal FROM arrival_operation WHERE operation = @Operation", new { operation.Operation });
        if (known is not null)
        {
            return known.Refusal;
        }

        var (person, refusal) = operation.Kind switch
        {
            "walk-in" => WalkIn.Register(connection, operation, workshops, now),
            "arrived" or "left" or "undone" => Registered(connection, operation.Person),
            _ => (null, "Cette opération n’est pas connue."),
        };
        // A device's clock may be wrong: neither the future nor yesterday can be meant.
        var at = operation.At > now || operation.At < now - Oldest ? now : operation.At;
        connection.Execute(
            "INSERT INTO arrival_operation (operation, person, kind, at, refusal) VALUES (@Operation, @person, @kind, @at, @refusal)",
            new { operation.Operation, person, kind = operation.Kind is "left" or "undone" ? operation.Kind : "arrived", at, refusal });
        if (person is { } id)
        {
            ArrivalState.Refresh(connection, id);
        }

        return refusal;
    }

    private static (Guid? Person, string? Refusal) Registered(DbConnection connection, Guid person) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM person WHERE id = @person AND cancelled_at IS NULL", new { person }) > 0
            ? (person, null)
            : (null, "Cette personne n’est plus inscrite.");

    private sealed record KnownRow(string? Refusal);
}
