using System.Net;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Tools;

/// <summary>A minor's words are shown when the minor agrees, and whoever has parental authority too: two things, said one by one.</summary>
public sealed class Testimonies_of_minors(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Page = "/ateliers/mobilite/ambassadeurs";

    [Theory]
    [InlineData("oui", "", "", "age")]
    [InlineData("oui", "moins-de-15", "", "parents")]
    [InlineData("oui", "15-17", "oui", "parents")]
    [InlineData("", "moins-de-15", "both", "agrees")]
    public async Task Are_refused_while_one_agreement_is_missing_and_what_was_typed_stays(string agrees, string age, string parents, string field)
    {
        using var answer = await AddAsync("Refuse", agrees, age, parents);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain($"id=\"field-{field}-error\"").And.Contain("value=\"Refuse\"");
        (await house.Browse().Client.GetStringAsync(Page)).Should().NotContain("Refuse");
    }

    [Theory]
    [InlineData("Majeur", "majeur", "")]
    [InlineData("Mineur", "moins-de-15", "both")]
    public async Task Are_shown_once_all_who_have_to_agree_do(string name, string age, string parents)
    {
        using var answer = await AddAsync(name, "oui", age, parents);

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await house.Browse().Client.GetStringAsync(Page)).Should().Contain(name);
    }

    private async Task<HttpResponseMessage> AddAsync(string name, string agrees, string age, string parents)
    {
        using var facilitator = await house.TeamAsync(Role.Facilitator, "mobility");
        return await facilitator.SendAsync(
            "/compte", Page, ("firstName", name), ("words", "Je me déplace autrement qu’avant."), ("agrees", agrees), ("age", age), ("parents", parents));
    }
}
