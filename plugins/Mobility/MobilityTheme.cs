using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Mobility.Features.Watch;

namespace Seminar.Themes.Mobility;

/// <summary>« Assurer une veille sur les nouveaux dispositifs »: what the workshop asked for first.</summary>
public sealed class MobilityTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<WatchPanel, WatchView>("Veille sur les dispositifs", () => new ShowWatch())
        .AddReportSection("Veille sur les dispositifs", () => new ShowWatch(), WatchReport.Write)
        .AddLink("Veille sur les dispositifs", WatchEndpoints.Path)
        .AddOffer("mobilite", "souvrir-a-linternational")
        .AddTopic("Mobilité et transports", "plateforme de mobilité", "transport à la demande", "autopartage", "forfait mobilité", "chèque carburant", "abonnement + train|bus|transport", "microcrédit + véhicule|voiture|permis", "vélo-école");

    public void Map(IEndpointRouteBuilder pages) => pages.MapWatch();
}
