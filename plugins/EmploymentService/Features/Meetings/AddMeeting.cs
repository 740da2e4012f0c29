using Dapper;
using Microsoft.AspNetCore.Http;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

internal sealed record AddMeeting(MeetingForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record MeetingForm(string? Title, string? Kind, string? Territory, string? HeldOn, string? StartsAt = null, string? EndsAt = null, string? Place = null)
{
    public static MeetingForm Blank { get; } = new(null, null, null, null);

    public static MeetingForm Of(IFormCollection sent) =>
        new(sent["title"], sent["kind"], sent["territory"], sent["heldOn"], sent["startsAt"], sent["endsAt"], sent["place"]);

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
        [("afterwork", "Afterwork"), ("breakfast", "Petit déjeuner"), ("technical", "Comité technique"), ("steering", "Comité de pilotage"), ("seminar", "Séminaire")];
}

internal sealed class AddMeetingHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddMeeting, Outcome>
{
    public async Task<Outcome> Handle(AddMeeting request, CancellationToken cancellationToken)
    {
        var (fields, refusals) = MeetingFields.Read(request.Form);
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var row = new { id = Guid.CreateVersion7(), fields.Title, fields.Kind, fields.Territory, fields.HeldOn, fields.StartsAt, fields.EndsAt, fields.Place, addedAt = clock.GetUtcNow() };
        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO meeting (id, title, kind, territory, held_on, starts_at, ends_at, place, added_at)
                VALUES (@id, @Title, @Kind, @Territory, @HeldOn, @StartsAt, @EndsAt, @Place, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
