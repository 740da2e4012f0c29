namespace Seminar.Themes.Business.Features.Visits;

/// <summary>The visits, the next first.</summary>
internal sealed record ShowVisits : IRequest<VisitsView>;

public sealed record VisitsPageView(ThemeIdentity Theme, VisitsView Visits, FormView<VisitForm> Form);

public sealed record VisitsView(IReadOnlyList<VisitView> Items, DateOnly Today);

public sealed record VisitView(string Organisation, string Sector, string Commune, DateOnly VisitedOn, int Seats);

internal sealed class ShowVisitsHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowVisits, VisitsView>
{
    public async Task<VisitsView> Handle(ShowVisits request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<VisitView>(
            """
            SELECT organisation AS Organisation, sector AS Sector, commune AS Commune, visited_on AS VisitedOn, seats AS Seats
            FROM visit ORDER BY visited_on, organisation
            """,
            null, cancellationToken),
        DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
