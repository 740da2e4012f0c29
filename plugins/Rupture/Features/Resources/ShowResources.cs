namespace Seminar.Themes.Rupture.Features.Resources;

/// <summary>The organisations, by field in the order of the form, then by département.</summary>
internal sealed record ShowResources : IRequest<ResourcesView>;

public sealed record ResourcesPageView(ThemeIdentity Theme, ResourcesView Resources, FormView<ResourceForm> Form);

public sealed record ResourcesView(IReadOnlyList<ResourceView> Items);

public sealed record ResourceView(string Organisation, string Field, string Departement, string Help, string Contact);

internal sealed class ShowResourcesHandler(IModuleDatabase database) : IRequestHandler<ShowResources, ResourcesView>
{
    public async Task<ResourcesView> Handle(ShowResources request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<ResourceView>(
            """
            SELECT organisation AS Organisation, field AS Field, departement AS Departement, help AS Help, contact AS Contact
            FROM resource
            ORDER BY
                CASE field
                    WHEN 'health' THEN 1 WHEN 'mental-health' THEN 2 WHEN 'housing' THEN 3 WHEN 'justice' THEN 4
                    WHEN 'addiction' THEN 5 WHEN 'rights' THEN 6 ELSE 7
                END,
                departement, organisation
            """,
            null, cancellationToken));
}
