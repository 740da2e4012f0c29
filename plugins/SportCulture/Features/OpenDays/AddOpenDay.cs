using Dapper;

namespace Seminar.Themes.SportCulture.Features.OpenDays;

internal sealed record AddOpenDay(OpenDayForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record OpenDayForm(string? Title, string? Kind, string? Commune, string? HeldOn, string? Seats)
{
    public static OpenDayForm Blank { get; } = new(null, null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
        [("sport", "Sport"), ("culture", "Culture"), ("both", "Sport et culture")];
}

internal sealed class AddOpenDayHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddOpenDay, Outcome>
{
    public async Task<Outcome> Handle(AddOpenDay request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            title = rules.Text("title", form.Title, 200, "le titre de la journée"),
            kind = rules.OneOf("kind", form.Kind, OpenDayForm.Kinds),
            commune = rules.Text("commune", form.Commune, 100, "la commune"),
            heldOn = rules.Date("heldOn", form.HeldOn),
            seats = rules.Number("seats", form.Seats, 1, 5000),
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO open_day (id, title, kind, commune, held_on, seats, added_at)
                VALUES (@id, @title, @kind, @commune, @heldOn, @seats, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
