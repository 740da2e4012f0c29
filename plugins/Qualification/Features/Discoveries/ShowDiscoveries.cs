namespace Seminar.Themes.Qualification.Features.Discoveries;

/// <summary>The discoveries, the next first.</summary>
internal sealed record ShowDiscoveries : IRequest<DiscoveriesView>;

public sealed record DiscoveriesPageView(ThemeIdentity Theme, DiscoveriesView Discoveries, FormView<DiscoveryForm> Form);

public sealed record DiscoveriesView(IReadOnlyList<DiscoveryView> Items, DateOnly Today);

public sealed record DiscoveryView(string Organisation, string Trade, string Kind, string Commune, DateOnly HeldOn);

internal sealed class ShowDiscoveriesHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowDiscoveries, DiscoveriesView>
{
    public async Task<DiscoveriesView> Handle(ShowDiscoveries request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<DiscoveryView>(
            """
            SELECT organisation AS Organisation, trade AS Trade, kind AS Kind, commune AS Commune, held_on AS HeldOn
            FROM discovery ORDER BY held_on, organisation
            """,
            null, cancellationToken),
        DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
