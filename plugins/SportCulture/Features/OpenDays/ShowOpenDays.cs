namespace Seminar.Themes.SportCulture.Features.OpenDays;

/// <summary>The open days, the next first; those that are over come last, the latest of them first.</summary>
internal sealed record ShowOpenDays : IRequest<OpenDaysView>;

public sealed record OpenDaysPageView(ThemeIdentity Theme, OpenDaysView OpenDays, FormView<OpenDayForm> Form);

public sealed record OpenDaysView(IReadOnlyList<OpenDayView> Items, DateOnly Today);

public sealed record OpenDayView(string Title, string Kind, string Commune, DateOnly HeldOn, int Seats);

internal sealed class ShowOpenDaysHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowOpenDays, OpenDaysView>
{
    public async Task<OpenDaysView> Handle(ShowOpenDays request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var items = await database.ReadAsync<OpenDayView>(
            """
            SELECT title AS Title, kind AS Kind, commune AS Commune, held_on AS HeldOn, seats AS Seats
            FROM open_day
            ORDER BY held_on < @today, CASE WHEN held_on >= @today THEN held_on END, held_on DESC, title
            """,
            new { today }, cancellationToken);
        return new(items, today);
    }
}
