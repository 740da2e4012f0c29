using Dapper;

namespace Seminar.Themes.Rupture.Features.Resources;

internal sealed record AddResource(ResourceForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record ResourceForm(string? Organisation, string? Field, string? Departement, string? Help, string? Contact)
{
    public static ResourceForm Blank { get; } = new(null, null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> Fields { get; } =
        [("health", "Santé"), ("mental-health", "Santé mentale"), ("housing", "Logement"), ("justice", "Justice"), ("addiction", "Addictions"), ("rights", "Accès aux droits"), ("other", "Autre")];
}

internal sealed class AddResourceHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddResource, Outcome>
{
    public async Task<Outcome> Handle(AddResource request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            organisation = rules.Text("organisation", form.Organisation, 200, "le nom de la structure"),
            field = rules.OneOf("field", form.Field, ResourceForm.Fields),
            departement = rules.Departement("departement", form.Departement),
            help = rules.Text("help", form.Help, 500, "ce que la structure apporte"),
            contact = rules.Text("contact", form.Contact, 200, "un contact professionnel"),
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO resource (id, organisation, field, departement, help, contact, added_at)
                VALUES (@id, @organisation, @field, @departement, @help, @contact, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
