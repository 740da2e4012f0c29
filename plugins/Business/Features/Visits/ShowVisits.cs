namespace Seminar.Themes.Business.Features.Visits;

/// <summary>The visits, the next first; those that are over come last, the latest of them first.</summary>
internal sealed record ShowVisits : IRequest<VisitsView>;

public sealed record VisitsPageView(ThemeIdentity Theme, VisitsView Visits, FormView<VisitForm> Form);

public sealed record VisitsView(IReadOnlyList<VisitView> Items, DateOnly Today);

public sealed record VisitView(string Organisation, string Sector, string Commune, DateOnly VisitedOn, int Seats);

internal sealed class ShowVisitsHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowVisits, VisitsView>
{
    public async Task<VisitsView> Handle(ShowVisits request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var items = await database.ReadAsync<VisitView>(
            """
            SELECT organisation AS Organisation, sector AS Sector, commune AS Commune, visited_on AS VisitedOn, seats AS Seats
            FROM visit
            ORDER BY visited_on < @today, CASE WHEN visited_on >= @today THEN visited_on END, visited_on DESC, organisation
            """,
            new { today }, cancellationToken);
        return new(items, today);
    }
}
