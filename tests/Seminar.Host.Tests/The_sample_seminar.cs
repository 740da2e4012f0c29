using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests;

/// <summary>The program as a newcomer meets it: all themes, the sample seminar, read only.</summary>
public sealed class The_sample_seminar(SampleHost sample) : IClassFixture<SampleHost>
{
    private HttpClient Reader => sample.Host.Anonymous;

    [Fact]
    public async Task Runs_as_many_themes_as_there_are_plugin_projects()
    {
        var themes = await Reader.GetFromJsonAsync<List<ThemeAnswer>>("/api/themes");

        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "plugins"), "*.csproj", SearchOption.AllDirectories).Count();
        projects.Should().BeGreaterThanOrEqualTo(8);
        themes.Should().HaveCount(projects).And.OnlyContain(theme => theme.State == "Running" && theme.Reason == null);
    }

    [Fact]
    public async Task Serves_every_workshop_as_its_seed_file_holds_it()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "occitanie-cej", "themes"), "*.json").ToList();
        files.Should().HaveCount(8);
        foreach (var file in files)
        {
            var served = JsonNode.Parse(await Reader.GetStringAsync($"/api/workshops/{Path.GetFileNameWithoutExtension(file)}"));

            JsonNode.DeepEquals(served, JsonNode.Parse(File.ReadAllText(file))).Should().BeTrue("{0} must come back whole", file);
        }
    }

    [Fact]
    public async Task Serves_the_seminar_as_its_seed_file_holds_it()
    {
        var served = JsonNode.Parse(await Reader.GetStringAsync("/api/seminar"));
        var seed = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "seeds", "occitanie-cej", "seminar.json")));

        JsonNode.DeepEquals(served, seed).Should().BeTrue();
    }

    [Theory]
    [InlineData("/", "362 notes au tableau", "97 propositions en 35 axes", "9 citations", "488 personnes comptées", "8 ateliers en parallèle", "les totaux annoncés en donnent 487")]
    [InlineData("/notes?colonne=reussites", "117 réussites")]
    [InlineData("/notes?colonne=forces", "87 forces")]
    [InlineData("/notes?colonne=freins", "94 freins")]
    [InlineData("/notes?colonne=obstacles", "64 obstacles")]
    [InlineData("/notes", "362 notes")]
    [InlineData("/notes?texte=MOBILITE", "La mobilité des jeunes", "Mobilité internationale pour la réussite future des jeunes")]
    [InlineData("/propositions", "35 axes et 97 propositions")]
    [InlineData("/citations", "9 citations")]
    [InlineData("/participation", "488 personnes", "487")]
    [InlineData("/controles", "L’effectif annoncé est 53, la somme des familles donne 54", "Lozère", "19 points à vérifier")]
    [InlineData("/synthese", "De nombreuses actions tournées vers les entreprises.")]
    [InlineData("/ateliers/mobilite", "Agir sur la mobilité des jeunes", "Simulateur de conduite.", "Un écart à vérifier")]
    public async Task Shows_the_figures_of_the_seeds(string address, params string[] texts)
    {
        var page = PageText.Of(await Reader.GetStringAsync(address));

        foreach (var text in texts)
        {
            page.Should().Contain(text);
        }
    }

    [Fact]
    public async Task Says_on_every_page_that_it_is_sample_data()
    {
        foreach (var address in new[] { "/", "/ateliers", "/ateliers/mobilite", "/notes", "/controles", "/glossaire" })
        {
            PageText.Of(await Reader.GetStringAsync(address)).Should().Contain("Données d’exemple");
        }
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/ateliers/inconnu")]
    [InlineData("/api/workshops/inconnu")]
    [InlineData("/themes/mobility/1.1.0/..%2ftheme.json")]
    [InlineData("/themes/mobility/9.9.9/icon.svg")]
    public async Task Answers_not_found_in_french_where_there_is_nothing(string address)
    {
        using var answer = await Reader.GetAsync(address);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().MatchRegex("introuvable|Introuvable|Aucune thématique");
    }

    [Fact]
    public async Task Describes_its_interface_for_programs()
    {
        var paths = JsonNode.Parse(await Reader.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();

        var addresses = paths.Select(path => path.Key).ToList();
        string[] protocol = ["etat.json", "flux", "operations", "presence", "presence.json"];
        addresses.Should().Contain(["/api/seminar", "/api/themes", "/api/workshops/{workshop}"])
            .And.Contain(protocol.Select(address => $"/ateliers/mobilite/tableau/{address}"), "any client may be written for the live board")
            .And.NotContain(["/ateliers/mobilite", "/ateliers/mobilite/tableau", "/entrer"], "pages are for people");
        paths["/ateliers/mobilite/tableau/operations"]!["post"]!["requestBody"]!.ToJsonString().Should().Contain("BoardOperation");
        paths["/ateliers/mobilite/tableau/flux"]!["get"]!["responses"]!["200"]!["content"]!.AsObject().Should().ContainKey("text/event-stream");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Tells_that_it_is_well(string address)
    {
        using var answer = await Reader.GetAsync(address);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sends_its_pages_with_a_policy_that_runs_no_script()
    {
        using var answer = await Reader.GetAsync("/");

        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.NotContain("unsafe-inline");
        answer.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("<script").And.NotContain(" style=");
    }
}

/// <summary>One program with its own themes and the sample seminar, shared by the tests that only read.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly Workspace _workspace = new();

    internal HostProcess Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await HostProcess.StartAsync(_workspace.Data);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _workspace.Dispose();
    }
}
