using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.People.Features.Settings;

namespace Seminar.Host.Tests.Doors;

/// <summary>The law asks for two agreements: the young person's, and that of whoever has parental authority.</summary>
public sealed class Registering_below_fifteen(OpenHouse house) : IClassFixture<OpenHouse>
{
    private static readonly (string Name, string Value)[] Young =
        [("famille", "jeune"), ("prenom", "Pseudonyme"), ("organisation", "Lycée 1"), ("voeu1", "mobility")];

    [Theory]
    [InlineData("", "", "", "age")]
    [InlineData("moins-de-15", "", "both", "accord")]
    [InlineData("moins-de-15", "oui", "", "parents")]
    [InlineData("moins-de-15", "oui", "oui", "parents")]
    public async Task Is_refused_while_one_agreement_is_missing_and_says_which(string age, string own, string parents, string field)
    {
        using var answer = await RegisterAsync([.. Young, ("age", age), ("accord", own), ("parents", parents)]);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain($"id=\"field-{field}-error\"").And.Contain("value=\"Pseudonyme\"");
    }

    [Fact]
    public async Task Is_kept_with_who_agreed_and_handed_over_with_the_person_s_data()
    {
        using var answer = await RegisterAsync([.. Young, ("age", "moins-de-15"), ("accord", "oui"), ("parents", "both")]);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var id = await People.Database.ReadOneAsync<Guid>("SELECT id FROM person ORDER BY number DESC LIMIT 1", null, CancellationToken.None);
        using var coordinator = await house.TeamAsync(Role.Coordinator);

        (await coordinator.Client.GetStringAsync($"/inscriptions/{id}/donnees.json")).Should().MatchRegex("\"belowFifteen\": \\{\\s+\"parents\": \"both\"");

        await coordinator.SendAsync($"/inscriptions/{id}", $"/inscriptions/{id}/effacement");
        (await People.Database.ReadOneAsync<long>("SELECT COUNT(*) FROM minor_consent WHERE person = @id", new { id }, CancellationToken.None)).Should().Be(0);
    }

    [Fact]
    public async Task From_fifteen_on_and_for_professionals_nothing_more_is_asked()
    {
        using var young = await RegisterAsync([.. Young, ("age", "15-ou-plus")]);
        using var partner = await RegisterAsync([("famille", "partenaire"), ("prenom", "Prénom"), ("nom", "Nom"), ("organisation", "Partenaire 1"), ("voeu1", "mobility")]);

        young.StatusCode.Should().Be(HttpStatusCode.OK);
        partner.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private PeopleHosting People => house.App.Services.GetRequiredService<PeopleHosting>();

    private async Task<HttpResponseMessage> RegisterAsync((string Name, string Value)[] fields)
    {
        await People.AskAsync(new ChangeSettings(true, null, 12), CancellationToken.None);
        using var browser = house.Browse();
        return await browser.SendAsync("/inscription", "/inscription", fields);
    }
}
