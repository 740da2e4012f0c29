using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Guidance.Features.Tools;

namespace Seminar.Themes.Guidance;

/// <summary>« Faire connaître et partager les liens d’applications et de logiciels utiles au projet professionnel ».</summary>
public sealed class GuidanceTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<ToolsPanel, ToolsView>("Outils du projet professionnel", () => new ShowTools())
        .AddLink("Outils du projet professionnel", ToolsEndpoints.Path)
        .AddOffer("choisir-un-metier", "preparer-sa-candidature--valoriser-ses-competences", "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation", "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi")
        .AddTopic("Orientation et projet professionnel", "onisep", "crij", "cidj", "riasec", "bilan d'orientation", "cep", "mon compte formation", "avenirs");

    public void Map(IEndpointRouteBuilder pages) => pages.MapTools();
}
