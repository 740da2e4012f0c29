using System.Globalization;
using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

internal sealed record AddScheme(SchemeForm Form) : IRequest<Outcome>;

/// <summary>A scheme as typed. The date is <c>yyyy-MM-dd</c>, as browsers send it.</summary>
public sealed record SchemeForm(string? Name, string? Source, string? CheckAgainOn)
{
    public static SchemeForm Blank { get; } = new(null, null, null);
}

internal sealed class AddSchemeHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddScheme, Outcome>
{
    public async Task<Outcome> Handle(AddScheme request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var refusals = Check(form).ToList();
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var row = new
        {
            id = Guid.CreateVersion7(),
            name = form.Name!.Trim(),
            source = form.Source!.Trim(),
            checkAgainOn = form.CheckAgainOn,
            now = clock.GetUtcNow(),
        };
        await database.WriteAsync(
            connection => connection.Execute(
                "INSERT INTO scheme (id, name, source, check_again_on, added_at) VALUES (@id, @name, @source, @checkAgainOn, @now)", row),
            cancellationToken);
        return Outcome.Done;
    }

    private static IEnumerable<Refusal> Check(SchemeForm form)
    {
        if (form.Name?.Trim() is not { Length: >= 1 and <= 200 })
        {
            yield return new Refusal("name", "Donnez le nom du dispositif, en 200 caractères au plus.");
        }

        if (form.Source?.Trim() is not { Length: >= 1 and <= 300 })
        {
            yield return new Refusal("source", "Dites d’où vient l’information, en 300 caractères au plus.");
        }

        if (!DateOnly.TryParseExact(form.CheckAgainOn, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return new Refusal("checkAgainOn", "Donnez la date à laquelle revérifier, par exemple 31/01/2027.");
        }
    }
}
