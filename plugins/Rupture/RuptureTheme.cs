using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Rupture.Features.Resources;

namespace Seminar.Themes.Rupture;

/// <summary>« Construire un annuaire » of the organisations that help.</summary>
public sealed class RuptureTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<ResourcesPanel, ResourcesView>("Annuaire des structures ressources", () => new ShowResources())
        .AddLink("Annuaire des structures ressources", ResourcesEndpoints.Path)
        .AddOffer("logement-hebergement", "sante", "difficultes-financieres", "difficultes-administratives-ou-juridiques", "equipement-et-alimentation", "famille", "numerique")
        .AddTopic("Jeunes en rupture et publics éloignés", "cej jr", "csapa", "caarud", "maison des adolescents", "accueil de jour", "bagagerie", "mise à l'abri", "sortant de l'ase");

    public void Map(IEndpointRouteBuilder pages) => pages.MapResources();
}
