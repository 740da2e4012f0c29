namespace Seminar.Themes.Rupture.Features.Resources;

/// <summary>The organisations, by field and département.</summary>
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
            FROM resource ORDER BY field, departement, organisation
            """,
            null, cancellationToken));
}
