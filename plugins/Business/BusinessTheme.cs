using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Business.Features.Visits;

namespace Seminar.Themes.Business;

/// <summary>« Proposer plus de visites d’entreprises »: what the workshop asked for first.</summary>
public sealed class BusinessTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<VisitsPanel, VisitsView>("Visites d’entreprises", () => new ShowVisits())
        .AddLink("Visites d’entreprises", VisitsEndpoints.Path);

    public void Map(IEndpointRouteBuilder pages) => pages.MapVisits();
}
