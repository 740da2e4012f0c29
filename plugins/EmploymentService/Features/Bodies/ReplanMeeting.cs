using Dapper;
using Seminar.Themes.EmploymentService.Features.Meetings;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>Moves a meeting, or calls it off: calendars that follow it learn of it.</summary>
internal sealed record ReplanMeeting(Guid Id, string? HeldOn, string? StartsAt, string? EndsAt, string? Place, bool IsCancelled) : IRequest<Outcome>;

internal sealed class ReplanMeetingHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ReplanMeeting, Outcome>
{
    public async Task<Outcome> Handle(ReplanMeeting request, CancellationToken cancellationToken)
    {
        var (slot, refusals) = MeetingSlot.Read(request.HeldOn, request.StartsAt, request.EndsAt, request.Place);
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var row = new { request.Id, slot.HeldOn, slot.StartsAt, slot.EndsAt, slot.Place, request.IsCancelled, now = clock.GetUtcNow() };
        // What is as it was is no change.
        await database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE meeting SET held_on = @HeldOn, starts_at = @StartsAt, ends_at = @EndsAt, place = @Place, is_cancelled = @IsCancelled, sequence = sequence + 1, changed_at = @now
                WHERE id = @Id AND (held_on IS NOT @HeldOn OR starts_at IS NOT @StartsAt OR ends_at IS NOT @EndsAt OR place IS NOT @Place OR is_cancelled IS NOT @IsCancelled)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
