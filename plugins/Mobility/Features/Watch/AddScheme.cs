using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

internal sealed record AddScheme(SchemeForm Form) : IRequest<Outcome>;

/// <summary>A scheme as typed. The date is <c>yyyy-MM-dd</c>, as browsers send it.</summary>
public sealed record SchemeForm(string? Name, string? Source, string? Owner, string? CheckAgainOn)
{
    public static SchemeForm Blank { get; } = new(null, null, null, null);
}

internal sealed class AddSchemeHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddScheme, Outcome>
{
    public async Task<Outcome> Handle(AddScheme request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            name = rules.Text("name", form.Name, 200, "le nom du dispositif"),
            source = rules.Text("source", form.Source, 300, "la source de l’information"),
            owner = rules.Text("owner", form.Owner, 100, "la fonction de qui revérifie"),
            checkAgainOn = rules.Date("checkAgainOn", form.CheckAgainOn),
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO scheme (id, name, source, owner, check_again_on, added_at)
                VALUES (@id, @name, @source, @owner, @checkAgainOn, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
