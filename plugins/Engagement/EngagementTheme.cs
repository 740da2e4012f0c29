using Microsoft.AspNetCore.Routing;
using Seminar.Themes.Engagement.Features.Missions;

namespace Seminar.Themes.Engagement;

/// <summary>« Inviter à intervenir les associations ou structures offrant des missions de Service Civique ».</summary>
public sealed class EngagementTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<MissionsPanel, MissionsView>("Missions ouvertes aux jeunes", () => new ShowMissions())
        .AddLink("Missions ouvertes aux jeunes", MissionsEndpoints.Path)
        .AddOffer("remobilisation--benevolat-action-citoyenne", "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete")
        .AddTopic("Engagement et citoyenneté", "réserve civique", "je veux aider", "corps européen de solidarité", "cadet", "sapeur-pompier + volontaire", "junior association", "conseil de la jeunesse");

    public void Map(IEndpointRouteBuilder pages) => pages.MapMissions();
}
