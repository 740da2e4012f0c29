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

    [Fact]
    public async Task Tells_who_took_away_what_is_known_of_people()
    {
        var person = await house.RegisterAsync("mobility");
        using var coordinator = await house.TeamAsync(Role.Coordinator);
        foreach (var address in new[] { $"/inscriptions/{person.Id}/donnees.json", "/badges/feuilles", "/badges/etiquettes", "/attestations", "/emargement/mobility" })
        {
            (await coordinator.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK, address);
        }

        string.Join('\n', await house.TrailAsync()).Should()
            .MatchRegex(@"account:\S+ \| Exporter ce qui concerne une personne \| /inscriptions/\S+/donnees\.json \| 200")
            .And.MatchRegex(@"Imprimer des badges \| /badges/feuilles \| 200").And.MatchRegex(@"Imprimer des badges \| /badges/etiquettes \| 200")
            .And.MatchRegex(@"Imprimer des attestations \| /attestations \| 200").And.MatchRegex(@"Imprimer une feuille d’émargement \| /emargement/mobility \| 200");
    }
}
