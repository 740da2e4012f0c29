using Microsoft.AspNetCore.Routing;
using Seminar.Themes.SportCulture.Features.OpenDays;

namespace Seminar.Themes.SportCulture;

/// <summary>« Prévoir des journées portes ouvertes sport et culture « Amène ton pote » ».</summary>
public sealed class SportCultureTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<OpenDaysPanel, OpenDaysView>("Journées « Amène ton pote »", () => new ShowOpenDays())
        .AddLink("Journées « Amène ton pote »", OpenDaysEndpoints.Path)
        .AddOffer("remobilisation--activites-sportives-et-culturelles", "remobilisation--bien-etre-confiance-en-soi", "remobilisation--lien-social")
        .AddTopic("Sport et activités physiques", "pass sport", "sport santé", "street workout", "escalade", "boxe", "randonnée", "éducateur + sportif", "coach");

    public void Map(IEndpointRouteBuilder pages) => pages.MapOpenDays();
}
