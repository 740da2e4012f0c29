using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Business.Features.Visits;

namespace Seminar.Themes.Business;

/// <summary>« Proposer plus de visites d’entreprises »: what the workshop asked for first.</summary>
public sealed class BusinessTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<VisitsPanel, VisitsView>("Visites d’entreprises", () => new ShowVisits())
        .AddLink("Visites d’entreprises", VisitsEndpoints.Path)
        .AddOffer("trouver-un-emploi", "preparer-sa-candidature--developper-son-reseau", "creer-une-entreprise")
        .AddTopic("Relations avec les entreprises", "club d'entreprises", "chambre de commerce", "cci", "cma", "crepi", "tpe", "pme", "dirigeant", "rallye des entreprises");

    public void Map(IEndpointRouteBuilder pages) => pages.MapVisits();
}
