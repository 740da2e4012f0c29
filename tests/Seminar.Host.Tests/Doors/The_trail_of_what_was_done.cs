using System.Net;
using Seminar.Host.Access;

namespace Seminar.Host.Tests.Doors;

public sealed class The_trail_of_what_was_done(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public async Task Tells_who_did_what_and_what_was_refused()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        using var facilitator = await house.TeamAsync(Role.Facilitator, "mobility");
        using var added = await facilitator.SendAsync("/compte", "/ateliers/mobilite/veille", ("name", "Aide 1"), ("source", "Région"), ("owner", "Référent mobilité"), ("checkAgainOn", "2027-01-31"));
        using var refused = await facilitator.SendAsync("/compte", "/ateliers/orientation/outils", ("name", "Outil"));

        added.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var page = PageText.Of(await administrator.Client.GetStringAsync("/administration/journal"));
        page.Should().Contain("Facilitator Mettre un dispositif en veille /ateliers/mobilite/veille fait")
            .And.Contain("Facilitator POST /ateliers/orientation/outils /ateliers/orientation/outils non permis")
            .And.NotContain("@exemple.fr");
        (await facilitator.Client.GetAsync("/administration/journal")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
