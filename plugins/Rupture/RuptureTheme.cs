using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Rupture.Features.Resources;

namespace Seminar.Themes.Rupture;

/// <summary>« Construire un annuaire » of the organisations that help.</summary>
public sealed class RuptureTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<ResourcesPanel, ResourcesView>("Annuaire des structures ressources", () => new ShowResources())
        .AddLink("Annuaire des structures ressources", ResourcesEndpoints.Path);

    public void Map(IEndpointRouteBuilder pages) => pages.MapResources();
}
