namespace Seminar.Themes.EmploymentService.Features.Meetings;

/// <summary>The meetings, the next first; those that are over come last, the latest of them first.</summary>
internal sealed record ShowMeetings : IRequest<MeetingsView>;

/// <summary>The page of the meetings.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Meetings">The meetings.</param>
/// <param name="Form">The form that adds one.</param>
/// <param name="Calendar">Whole address of the calendar, for programs to follow; null for a reader who has none before the seminar is published.</param>
/// <param name="IsForTeam">Whether the address lets in whoever has it, published or not.</param>
public sealed record MeetingsPageView(ThemeIdentity Theme, MeetingsView Meetings, FormView<MeetingForm> Form, string? Calendar, bool IsForTeam);

public sealed record MeetingsView(ThemeIdentity Theme, IReadOnlyList<MeetingView> Items, DateOnly Today);

public sealed record MeetingView(Guid Id, string Title, string Kind, string Territory, DateOnly HeldOn, bool IsCancelled);

internal sealed class ShowMeetingsHandler(IModuleDatabase database, ThemeIdentity theme, TimeProvider clock) : IRequestHandler<ShowMeetings, MeetingsView>
{
    public async Task<MeetingsView> Handle(ShowMeetings request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var items = await database.ReadAsync<MeetingView>(
            """
            SELECT id AS Id, title AS Title, kind AS Kind, territory AS Territory, held_on AS HeldOn, is_cancelled AS IsCancelled
            FROM meeting
            ORDER BY held_on < @today, CASE WHEN held_on >= @today THEN held_on END, held_on DESC, title
            """,
            new { today }, cancellationToken);
        return new(theme, items, today);
    }
}
