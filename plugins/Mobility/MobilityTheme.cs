using Autofac;
using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Mobility.Features.Ambassadors;
using Seminar.Themes.Mobility.Features.Diagnosis;
using Seminar.Themes.Mobility.Features.Watch;

namespace Seminar.Themes.Mobility;

/// <summary>What the workshop asked for: a watch on schemes, a diagnostic of mobility, peers who testify.</summary>
public sealed class MobilityTheme : ITheme
{
    public void Register(ContainerBuilder services) => services.RegisterType<SealedAnswers>().SingleInstance();

    public void Describe(ThemeDescription description) => description
        .AddPanel<StatisticsPanel, StatisticsView>("Diagnostics de mobilité", () => new ShowStatistics())
        .AddPanel<WatchPanel, WatchView>("Veille sur les dispositifs", () => new ShowWatch())
        .AddReportSection("Veille sur les dispositifs", () => new ShowWatch(), WatchReport.Write)
        .AddReportSection("Diagnostics de mobilité", () => new ShowStatistics(), DiagnosisReport.Write)
        .AddEvidence(() => new BringEvidence())
        .AddLink("Veille sur les dispositifs", WatchEndpoints.Path)
        .AddLink("Diagnostic de mobilité", DiagnosisEndpoints.Path)
        .AddLink("Ambassadeurs de la mobilité", AmbassadorsEndpoints.Path)
        .AddOffer("mobilite", "souvrir-a-linternational")
        .AddTopic("Mobilité et transports", "plateforme de mobilité", "transport à la demande", "autopartage", "forfait mobilité", "chèque carburant", "abonnement + train|bus|transport", "microcrédit + véhicule|voiture|permis", "vélo-école");

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapWatch();
        pages.MapDiagnosis();
        pages.MapAmbassadors();
    }
}
