using Dapper;

namespace Seminar.Themes.Qualification.Features.Discoveries;

internal sealed record AddDiscovery(DiscoveryForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record DiscoveryForm(string? Organisation, string? Trade, string? Kind, string? Commune, string? HeldOn)
{
    public static DiscoveryForm Blank { get; } = new(null, null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
        [("technical-visit", "Visite de plateau technique"), ("immersion", "Immersion"), ("open-day", "Portes ouvertes")];
}

internal sealed class AddDiscoveryHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddDiscovery, Outcome>
{
    public async Task<Outcome> Handle(AddDiscovery request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            organisation = rules.Text("organisation", form.Organisation, 200, "le nom de l’organisme"),
            trade = rules.Text("trade", form.Trade, 200, "le métier ou la formation"),
            kind = rules.OneOf("kind", form.Kind, DiscoveryForm.Kinds),
            commune = rules.Text("commune", form.Commune, 100, "la commune"),
            heldOn = rules.Date("heldOn", form.HeldOn),
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO discovery (id, organisation, trade, kind, commune, held_on, added_at)
                VALUES (@id, @organisation, @trade, @kind, @commune, @heldOn, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
