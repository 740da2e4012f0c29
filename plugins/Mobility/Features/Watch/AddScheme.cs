using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

internal sealed record AddScheme(SchemeForm Form) : IRequest<Outcome>;

/// <summary>A scheme as typed. The date is <c>yyyy-MM-dd</c>, as browsers send it.</summary>
public sealed record SchemeForm(string? Name, string? Source, string? Owner, string? CheckAgainOn)
{
    public static SchemeForm Blank { get; } = new(null, null, null, null);

    /// <summary>What may be kept of it; what may not is refused, under the names of its fields after <paramref name="within"/>.</summary>
    internal SchemeText Read(FormRules rules, string within = "") => new(
        rules.Text(within + "name", Name, 200, "le nom du dispositif"), rules.Text(within + "source", Source, 300, "la source de l’information"),
        rules.Text(within + "owner", Owner, 100, "la fonction de qui revérifie"), rules.Date(within + "checkAgainOn", CheckAgainOn));
}

/// <summary>What is written of a scheme.</summary>
internal sealed record SchemeText(string Name, string Source, string Owner, DateOnly CheckAgainOn);

internal sealed class AddSchemeHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddScheme, Outcome>
{
    public async Task<Outcome> Handle(AddScheme request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var text = request.Form.Read(rules);
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO scheme (id, name, source, owner, check_again_on, added_at)
                VALUES (@id, @Name, @Source, @Owner, @CheckAgainOn, @now)
                """,
                new { id = Guid.CreateVersion7(), text.Name, text.Source, text.Owner, text.CheckAgainOn, now = clock.GetUtcNow() }),
            cancellationToken);
        return Outcome.Done;
    }
}
