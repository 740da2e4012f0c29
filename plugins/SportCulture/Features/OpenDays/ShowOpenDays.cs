namespace Seminar.Themes.SportCulture.Features.OpenDays;

/// <summary>The open days, the next first.</summary>
internal sealed record ShowOpenDays : IRequest<OpenDaysView>;

public sealed record OpenDaysPageView(ThemeIdentity Theme, OpenDaysView OpenDays, FormView<OpenDayForm> Form);

public sealed record OpenDaysView(IReadOnlyList<OpenDayView> Items, DateOnly Today);

public sealed record OpenDayView(string Title, string Kind, string Commune, DateOnly HeldOn, int Seats);

internal sealed class ShowOpenDaysHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowOpenDays, OpenDaysView>
{
    public async Task<OpenDaysView> Handle(ShowOpenDays request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<OpenDayView>(
            """
            SELECT title AS Title, kind AS Kind, commune AS Commune, held_on AS HeldOn, seats AS Seats
            FROM open_day ORDER BY held_on, title
            """,
            null, cancellationToken),
        DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
