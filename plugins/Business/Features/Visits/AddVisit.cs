using Dapper;

namespace Seminar.Themes.Business.Features.Visits;

internal sealed record AddVisit(VisitForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record VisitForm(string? Organisation, string? Sector, string? Commune, string? VisitedOn, string? Seats)
{
    public static VisitForm Blank { get; } = new(null, null, null, null, null);
}

internal sealed class AddVisitHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddVisit, Outcome>
{
    public async Task<Outcome> Handle(AddVisit request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            organisation = rules.Text("organisation", form.Organisation, 200, "le nom de l’entreprise"),
            sector = rules.Text("sector", form.Sector, 200, "le secteur ou le métier"),
            commune = rules.Text("commune", form.Commune, 100, "la commune"),
            visitedOn = rules.Date("visitedOn", form.VisitedOn),
            seats = rules.Number("seats", form.Seats, 1, 500),
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO visit (id, organisation, sector, commune, visited_on, seats, added_at)
                VALUES (@id, @organisation, @sector, @commune, @visitedOn, @seats, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
