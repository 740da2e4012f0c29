using Microsoft.AspNetCore.Routing;
using Seminar.Themes.EmploymentService.Features.Bodies;
using Seminar.Themes.EmploymentService.Features.Documents;
using Seminar.Themes.EmploymentService.Features.Meetings;

namespace Seminar.Themes.EmploymentService;

/// <summary>« Créer des lieux et des événements de rencontre ».</summary>
public sealed class EmploymentServiceTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<MeetingsPanel, MeetingsView>("Rencontres du territoire", () => new ShowMeetings())
        .AddPanel<ActionsPanel, ActionsView>("Décisions à suivre", () => new ShowActions())
        .AddLink("Rencontres du territoire", MeetingsEndpoints.Path)
        .AddLink("Décisions à suivre", BodiesEndpoints.ActionsPath)
        .AddLink("Base documentaire", DocumentsEndpoints.Path)
        .AddOffer("trouver-un-emploi", "preparer-sa-candidature", "choisir-un-metier", "se-former", "remobilisation")
        .AddTopic("Service public de l'emploi : Pôle emploi, France Travail", "clpe", "comité local pour l'emploi", "dora", "les emplois de l'inclusion", "rdv insertion", "diagnostic + partagé");

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMeetings();
        pages.MapBodies();
        pages.MapDocuments();
    }
}
