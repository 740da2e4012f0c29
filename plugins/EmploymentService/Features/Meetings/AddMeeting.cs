using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

internal sealed record AddMeeting(MeetingForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record MeetingForm(string? Title, string? Kind, string? Territory, string? HeldOn, string? StartsAt = null, string? EndsAt = null, string? Place = null)
{
    public static MeetingForm Blank { get; } = new(null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
        [("afterwork", "Afterwork"), ("breakfast", "Petit déjeuner"), ("technical", "Comité technique"), ("steering", "Comité de pilotage"), ("seminar", "Séminaire")];
}

internal sealed class AddMeetingHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddMeeting, Outcome>
{
    public async Task<Outcome> Handle(AddMeeting request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var (slot, refusals) = MeetingSlot.Read(form.HeldOn, form.StartsAt, form.EndsAt, form.Place);
        var row = new
        {
            id = Guid.CreateVersion7(),
            title = rules.Text("title", form.Title, 200, "le titre de la rencontre"),
            kind = rules.OneOf("kind", form.Kind, MeetingForm.Kinds),
            territory = rules.Text("territory", form.Territory, 150, "le territoire"),
            slot.HeldOn,
            slot.StartsAt,
            slot.EndsAt,
            slot.Place,
            addedAt = clock.GetUtcNow(),
        };
        refusals = [.. rules.Outcome.Refusals, .. refusals];
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO meeting (id, title, kind, territory, held_on, starts_at, ends_at, place, added_at)
                VALUES (@id, @title, @kind, @territory, @HeldOn, @StartsAt, @EndsAt, @Place, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
