using System.Data.Common;
using System.Net.Mail;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Storage;
using Seminar.People.Features.Registrations;
using Seminar.People.Features.Settings;
using Seminar.People.Programme;
using Seminar.People.Wishes;

namespace Seminar.People.Features.Register;

/// <summary>Registers someone who filled in the public form.</summary>
internal sealed record RegisterPerson(RegisterForm Form) : IRequest<RegisterAnswer>;

/// <summary>What became of a registration; without refusals, the person has a number and, if seats are given already, maybe a seat.</summary>
internal sealed record RegisterAnswer(Outcome Outcome, int Number, string? Workshop, bool SeatsAreGiven);

internal sealed class RegisterPersonHandler(IModuleDatabase database, IMediator mediator, WorkshopProgramme programme, TimeProvider clock)
    : IRequestHandler<RegisterPerson, RegisterAnswer>
{
    public async Task<RegisterAnswer> Handle(RegisterPerson request, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new GetSettings(), cancellationToken)).RegistrationIsOpen)
        {
            return Refused(Outcome.Refused("", "Les inscriptions sont fermées."));
        }

        var workshops = await programme.ReadAsync(cancellationToken);
        var (person, outcome) = Read(request.Form, [.. workshops.Select(workshop => workshop.Key)]);
        return outcome.Accepted
            ? await database.WriteAsync(connection => Write(connection, person, clock.GetUtcNow()), cancellationToken)
            : Refused(outcome);
    }

    private static (NewPerson Person, Outcome Outcome) Read(RegisterForm form, IReadOnlyList<string> workshops)
    {
        var rules = new FormRules();
        var family = rules.OneOf("famille", form.Family, FamilyChoices.All);
        var isYouth = family == "jeune";
        var refusals = new List<Refusal>();
        var parents = MinorConsent.Read(rules, form, refusals);
        var person = new NewPerson(
            family,
            rules.Text("prenom", form.FirstName, 80, isYouth ? "un prénom ou un pseudonyme" : "votre prénom"),
            isYouth ? "" : rules.Text("nom", form.LastName, 80, "votre nom"),
            rules.Text("organisation", form.Organisation, 120, "le nom de votre organisation"),
            form.Position?.Trim() ?? "",
            string.IsNullOrWhiteSpace(form.Departement) ? null : rules.Departement("departement", form.Departement),
            string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim(),
            [.. new[] { form.Wish1, form.Wish2, form.Wish3 }.OfType<string>().Where(wish => wish.Length > 0)]);
        return (person with { ParentsWhoAgree = parents }, new Outcome([.. rules.Outcome.Refusals, .. refusals, .. Check(person, workshops)]));
    }

    private static IEnumerable<Refusal> Check(NewPerson person, IReadOnlyList<string> workshops)
    {
        if (person.Position.Length > 120 || person.Position.Any(char.IsControl))
        {
            yield return new Refusal("fonction", "Donnez votre fonction en 120 caractères au plus.");
        }

        if (person.Email is { } email && (email.Length > 200 || !MailAddress.TryCreate(email, out _)))
        {
            yield return new Refusal("courriel", "Cette adresse n’est pas complète. Elle ressemble à prenom@organisme.fr.");
        }

        if (person.Wishes.Count == 0)
        {
            yield return new Refusal("voeu1", "Choisissez au moins un atelier.");
        }
        else if (person.Wishes.Except(workshops).Any())
        {
            yield return new Refusal("voeu1", "Choisissez des ateliers de la liste.");
        }
        else if (person.Wishes.Distinct().Count() < person.Wishes.Count)
        {
            yield return new Refusal("voeu2", "Chaque vœu doit nommer un autre atelier.");
        }
    }

    private static RegisterAnswer Write(DbConnection connection, NewPerson person, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var given = WaitingList.SeatsAreGiven(connection);
        var seat = given ? person.Wishes.FirstOrDefault(wish => FreeSeats.HasRoom(connection, wish)) : null;
        var number = GivenNumbers.Take(connection);
        connection.Execute(
            """
            INSERT INTO person (id, number, family, first_name, last_name, organisation, position, departement, email, workshop, source, registered_at)
            VALUES (@id, @number, @Family, @FirstName, @LastName, @Organisation, @Position, @Departement, @Email, @seat, 'form', @now)
            """,
            new { id, number, person.Family, person.FirstName, person.LastName, person.Organisation, person.Position, person.Departement, person.Email, seat, now });
        connection.Execute(
            "INSERT INTO wish (person, rank, workshop) VALUES (@id, @rank, @workshop)",
            person.Wishes.Select((workshop, index) => new { id, rank = index + 1, workshop }));
        if (person.ParentsWhoAgree is { } parents)
        {
            connection.Execute("INSERT INTO minor_consent (person, parents, given_at) VALUES (@id, @parents, @now)", new { id, parents, now });
        }

        return new RegisterAnswer(Outcome.Done, number, seat, given);
    }

    private static RegisterAnswer Refused(Outcome outcome) => new(outcome, 0, null, false);

    private sealed record NewPerson(
        string Family, string FirstName, string LastName, string Organisation, string Position, string? Departement, string? Email, IReadOnlyList<string> Wishes)
    {
        public string? ParentsWhoAgree { get; init; }
    }
}

internal static class FamilyChoices
{
    public static IReadOnlyList<(string Value, string Label)> All { get; } =
        [("mission-locale", "Mission Locale"), ("partenaire", "Partenaire"), ("jeune", "Jeune")];
}
