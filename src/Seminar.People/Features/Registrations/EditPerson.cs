using System.Net.Mail;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Features.Registrations;

/// <summary>The sheet of one person; null for nobody.</summary>
internal sealed record ShowPerson(Guid Person) : IRequest<PersonSheet?>;

internal sealed record PersonSheet(
    Guid Id, int Number, string Family, string FirstName, string LastName, string Organisation, string Position, string? Departement, string? Email,
    bool IsWitness, string? Workshop, string Source, DateTimeOffset RegisteredAt, bool IsCancelled, bool IsAnonymous, DateTimeOffset? ArrivedAt);

internal sealed class ShowPersonHandler(IModuleDatabase database) : IRequestHandler<ShowPerson, PersonSheet?>
{
    public Task<PersonSheet?> Handle(ShowPerson request, CancellationToken cancellationToken) => database.ReadOneAsync<PersonSheet>(
        """
        SELECT id AS Id, number AS Number, family AS Family, first_name AS FirstName, last_name AS LastName, organisation AS Organisation,
               position AS Position, departement AS Departement, email AS Email, is_witness AS IsWitness, workshop AS Workshop, source AS Source,
               registered_at AS RegisteredAt, cancelled_at IS NOT NULL AS IsCancelled, anonymised_at IS NOT NULL AS IsAnonymous, arrived_at AS ArrivedAt
        FROM person LEFT JOIN arrival ON arrival.person = id WHERE id = @Person
        """,
        new { request.Person }, cancellationToken);
}

/// <summary>What is known of a person, as typed.</summary>
public sealed record PersonForm(
    string? Family, string? FirstName, string? LastName, string? Organisation, string? Position, string? Departement, string? Email, bool IsWitness);

/// <summary>Corrects what is known of a person.</summary>
internal sealed record CorrectPerson(Guid Person, PersonForm Form) : IRequest<Outcome>;

internal sealed class CorrectPersonHandler(IModuleDatabase database) : IRequestHandler<CorrectPerson, Outcome>
{
    public async Task<Outcome> Handle(CorrectPerson request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var family = rules.OneOf("famille", form.Family, Register.FamilyChoices.All);
        var isYouth = family == "jeune";
        var row = new
        {
            request.Person,
            family,
            firstName = rules.Text("prenom", form.FirstName, 80, "un prénom"),
            lastName = isYouth ? "" : rules.Text("nom", form.LastName, 80, "un nom"),
            organisation = isYouth && string.IsNullOrWhiteSpace(form.Organisation) ? "" : rules.Text("organisation", form.Organisation, 120, "une organisation"),
            position = form.Position?.Trim() ?? "",
            departement = string.IsNullOrWhiteSpace(form.Departement) ? null : rules.Departement("departement", form.Departement),
            email = string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim(),
            form.IsWitness,
        };
        IReadOnlyList<Refusal> refusals = row.email is { } email && !MailAddress.TryCreate(email, out _)
            ? [.. rules.Outcome.Refusals, new Refusal("courriel", "Cette adresse n’est pas complète. Elle ressemble à prenom@organisme.fr.")]
            : rules.Outcome.Refusals;
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE person SET family = @family, first_name = @firstName, last_name = @lastName, organisation = @organisation, position = @position,
                    departement = @departement, email = @email, is_witness = @IsWitness
                WHERE id = @Person AND anonymised_at IS NULL
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
