using System.Data.Common;
using Dapper;
using Seminar.Themes.EmploymentService.Features.Meetings;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>Corrects a meeting, moves it, or calls it off: calendars that follow it learn of it.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Form">All that is announced of it.</param>
/// <param name="IsCancelled">Whether it is called off.</param>
/// <param name="Before">The sequence that the writer had in front of them.</param>
internal sealed record ReplanMeeting(Guid Id, MeetingForm Form, bool IsCancelled, long Before) : IRequest<Outcome>;

internal sealed class ReplanMeetingHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ReplanMeeting, Outcome>
{
    private const string Stored = "(title, kind, territory, held_on, starts_at, ends_at, place, is_cancelled)";
    private const string Sent = "(@Title, @Kind, @Territory, @HeldOn, @StartsAt, @EndsAt, @Place, @IsCancelled)";

    public async Task<Outcome> Handle(ReplanMeeting request, CancellationToken cancellationToken)
    {
        var (fields, refusals) = MeetingFields.Read(request.Form);
        if (refusals.Count > 0)
        {
            return new Outcome([.. refusals.Select(refusal => refusal with { Path = $"{BodyForms.Meeting}-{refusal.Path}" })]);
        }

        var row = new
        {
            request.Id, request.Before, request.IsCancelled, fields.Title, fields.Kind, fields.Territory, fields.HeldOn, fields.StartsAt, fields.EndsAt, fields.Place, now = clock.GetUtcNow(),
        };
        return await database.WriteAsync(connection => Write(connection, row), cancellationToken) ? Outcome.Done : Meanwhile.At($"{BodyForms.Meeting}-title");
    }

    /// <summary>What is as it was is no change: whoever sends the same is in nobody's way.</summary>
    private static bool Write(DbConnection connection, object row)
    {
        connection.Execute($"UPDATE meeting SET {Stored} = {Sent}, sequence = sequence + 1, changed_at = @now WHERE id = @Id AND sequence = @Before AND {Stored} IS NOT {Sent}", row);
        return connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM meeting WHERE id = @Id AND {Stored} IS {Sent})", row);
    }
}
