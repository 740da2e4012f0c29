using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.People.Features.Privacy;

/// <summary>All that is kept about one person, to hand over to them. Null for nobody.</summary>
internal sealed record ExportPerson(Guid Person) : IRequest<PersonExport?>;

internal sealed record PersonExport(
    PersonFacts Person, IReadOnlyList<string> Wishes, ArrivalFacts? Arrival, IReadOnlyList<SeatFacts> Groups,
    IReadOnlyList<SessionFacts> Sessions, IReadOnlyList<ConsentFacts> Consents, MinorConsentFacts? BelowFifteen);

internal sealed record PersonFacts(
    int Number, string Family, string FirstName, string LastName, string Organisation, string Position, string? Departement, string? Email,
    bool IsWitness, string? Workshop, string Source, DateTimeOffset RegisteredAt, DateTimeOffset? CancelledAt);

internal sealed record ArrivalFacts(DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt);

internal sealed record SeatFacts(string Workshop, int Round, int GroupNumber);

internal sealed record SessionFacts(DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt);

internal sealed record ConsentFacts(string Kind, string? Theme, string? Words, string How, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

internal sealed record MinorConsentFacts(string Parents, DateTimeOffset GivenAt);

internal sealed class ExportPersonHandler(IModuleDatabase database) : IRequestHandler<ExportPerson, PersonExport?>
{
    public async Task<PersonExport?> Handle(ExportPerson request, CancellationToken cancellationToken)
    {
        var id = new { person = request.Person };
        var person = await database.ReadOneAsync<PersonFacts>(
            """
            SELECT number AS Number, family AS Family, first_name AS FirstName, last_name AS LastName, organisation AS Organisation,
                   position AS Position, departement AS Departement, email AS Email, is_witness AS IsWitness, workshop AS Workshop,
                   source AS Source, registered_at AS RegisteredAt, cancelled_at AS CancelledAt
            FROM person WHERE id = @person
            """,
            id, cancellationToken);
        return person is null ? null : new PersonExport(
            person,
            await database.ReadAsync<string>("SELECT workshop FROM wish WHERE person = @person ORDER BY rank", id, cancellationToken),
            await database.ReadOneAsync<ArrivalFacts>("SELECT arrived_at AS ArrivedAt, left_at AS LeftAt FROM arrival WHERE person = @person", id, cancellationToken),
            await database.ReadAsync<SeatFacts>("SELECT workshop AS Workshop, round AS Round, group_number AS GroupNumber FROM seat WHERE person = @person ORDER BY workshop, round", id, cancellationToken),
            await database.ReadAsync<SessionFacts>("SELECT opened_at AS OpenedAt, expires_at AS ExpiresAt FROM participant_session WHERE person = @person ORDER BY opened_at", id, cancellationToken),
            await database.ReadAsync<ConsentFacts>(
                """
                SELECT kind AS Kind, theme AS Theme, words AS Words, how AS How, given_at AS GivenAt, withdrawn_at AS WithdrawnAt
                FROM consent WHERE person = @person ORDER BY given_at
                """,
                id, cancellationToken),
            await database.ReadOneAsync<MinorConsentFacts>("SELECT parents AS Parents, given_at AS GivenAt FROM minor_consent WHERE person = @person", id, cancellationToken));
    }
}
