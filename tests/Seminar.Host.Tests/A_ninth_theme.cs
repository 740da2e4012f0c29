using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests;

/// <summary>Follows plugins/README.md literally, in a copy of the tree where nothing but the new folder is added.</summary>
public sealed class A_ninth_theme(The_theme_of_the_guide guide) : IClassFixture<The_theme_of_the_guide>
{
    [Fact]
    public async Task Written_as_the_guide_says_runs_without_a_change_elsewhere()
    {
        using var workspace = new Workspace();
        guide.Files.Should().HaveCountGreaterThanOrEqualTo(7).And.OnlyContain(file => file.StartsWith("plugins/Housing/", StringComparison.Ordinal));
        Workspace.Copy(guide.Packed, workspace.Themes);

        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        var themes = await host.Anonymous.GetFromJsonAsync<List<ThemeAnswer>>("/api/themes");
        themes.Should().ContainSingle().Which.Should().Be(new ThemeAnswer("housing", "Logement", "logement", "1.0.0", "[1.5, 2.0)", "Running", null));
        PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/logement")).Should().Contain("Aucune chambre proposée").And.Contain("L’offre pour ce thème");

        await AddRoomAsync(host, "Foix", "320");
        PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/logement")).Should().Contain("Foix, 320 €");
    }

    [Fact]
    public async Task Joins_the_synthesis_with_its_own_words_by_being_dropped_in()
    {
        using var workspace = new Workspace();
        Workspace.Copy(HostProcess.ThemesFolder, workspace.Themes);
        Workspace.Copy(guide.Packed, workspace.Themes);
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        var workshop = JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/workshops/mobility"))!;
        await AddAsync(host, workshop, "Vivre en camion pour rester mobile");
        (workshop["theme"], workshop["title"]) = ("housing", "Se loger autrement");
        await AddAsync(host, workshop, "Yourtes refusées par la commune");
        await AddAsync(host, workshop, "Une tiny house pour deux");

        var topics = JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/synthesis"))!["topics"]!.AsArray();

        topics.Single(topic => topic!["label"]!.GetValue<string>() == "Habitat léger")!["themes"]!.AsArray().Select(theme => theme!.GetValue<string>()).Should().Equal("mobility", "housing");
    }

    private static async Task AddAsync(HostProcess host, JsonNode workshop, string note)
    {
        workshop["board"]![2]!["headings"]![0]!["notes"]!.AsArray().Add(note);
        using var body = new StringContent(workshop.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await host.Administrator.PutAsync($"/api/workshops/{workshop["theme"]}", body);
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }

    private static async Task AddRoomAsync(HostProcess host, string town, string rent)
    {
        using var browser = new Browser(host.Anonymous.BaseAddress!);
        using var signIn = await browser.CreateFirstAccountAsync(host.FirstAccount!);
        signIn.StatusCode.Should().Be(HttpStatusCode.SeeOther);

        using var answer = await browser.SendAsync("/administration", "/ateliers/logement/chambres", ("town", town), ("rent", rent));
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }
}
