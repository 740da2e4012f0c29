namespace Seminar.Themes.Qualification.Features.Discoveries;

/// <summary>The discoveries, the next first; those that are over come last, the latest of them first.</summary>
internal sealed record ShowDiscoveries : IRequest<DiscoveriesView>;

public sealed record DiscoveriesPageView(ThemeIdentity Theme, DiscoveriesView Discoveries, FormView<DiscoveryForm> Form);

public sealed record DiscoveriesView(IReadOnlyList<DiscoveryView> Items, DateOnly Today);

public sealed record DiscoveryView(string Organisation, string Trade, string Kind, string Commune, DateOnly HeldOn);

internal sealed class ShowDiscoveriesHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowDiscoveries, DiscoveriesView>
{
    public async Task<DiscoveriesView> Handle(ShowDiscoveries request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var items = await database.ReadAsync<DiscoveryView>(
            """
            SELECT organisation AS Organisation, trade AS Trade, kind AS Kind, commune AS Commune, held_on AS HeldOn
            FROM discovery
            ORDER BY held_on < @today, CASE WHEN held_on >= @today THEN held_on END, held_on DESC, organisation
            """,
            new { today }, cancellationToken);
        return new(items, today);
    }
}
