using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Qualification.Features.Discoveries;

namespace Seminar.Themes.Qualification;

/// <summary>« Visites de plateaux techniques, immersions et portes ouvertes ».</summary>
public sealed class QualificationTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<DiscoveriesPanel, DiscoveriesView>("Plateaux techniques, immersions et portes ouvertes", () => new ShowDiscoveries())
        .AddLink("Plateaux techniques, immersions et portes ouvertes", DiscoveriesEndpoints.Path)
        .AddOffer("se-former", "lecture-ecriture-calcul")
        .AddTopic("Offre et organismes de formation", "afc", "programme régional + formation", "edof", "école régionale du numérique", "remise à niveau", "préqualif*", "pré-qualification", "fest", "action de formation en situation de travail");

    public void Map(IEndpointRouteBuilder pages) => pages.MapDiscoveries();
}
