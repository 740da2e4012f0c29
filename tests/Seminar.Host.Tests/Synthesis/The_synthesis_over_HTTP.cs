using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests.Synthesis;

/// <summary>The synthesis of the sample: found, partial, for programs and from the command line.</summary>
public sealed class The_synthesis_over_HTTP : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private HostInside _host = null!;

    public async ValueTask InitializeAsync() => _host = await HostInside.StartAsync(_workspace.Data);

    [Fact]
    public async Task Cites_notes_and_proposals_as_the_workshops_have_them()
    {
        var synthesis = await ReadAsync();
        var known = new HashSet<string>();
        foreach (var theme in synthesis["themes"]!.AsArray().Select(theme => theme!.GetValue<string>()))
        {
            var workshop = JsonNode.Parse(await _host.Anonymous.GetStringAsync($"/api/workshops/{theme}"))!;
            known.UnionWith(workshop["board"]!.AsArray().SelectMany(column => column!["headings"]!.AsArray().SelectMany(heading =>
                heading!["notes"]!.AsArray().Select(note => $"{theme}|note|{column["column"]}|{note}"))));
            known.UnionWith(workshop["plan"]!.AsArray().SelectMany(axis => axis!["proposals"]!.AsArray().Select(proposal => $"{theme}|proposal|{axis["axis"]}|{proposal}")));
        }

        known.Should().HaveCount(362 + 97);
        synthesis["partial"]!.GetValue<bool>().Should().BeFalse();
        var topics = synthesis["topics"]!.AsArray();
        var mobility = topics.Single(topic => topic!["label"]!.GetValue<string>() == "Mobilité et transports")!;
        mobility["polarity"]!.GetValue<string>().Should().Be("mixed");
        mobility["themes"]!.AsArray().Select(theme => theme!.GetValue<string>()).Should().Equal("business", "mobility", "guidance", "sport-culture", "engagement", "qualification");
        var cited = topics.SelectMany(Items)
            .Concat(synthesis["pairs"]!.AsArray().SelectMany(pair => Items(pair!["plus"]).Concat(Items(pair["minus"]))))
            .Concat(synthesis["axes"]!.AsArray().SelectMany(Items)).ToHashSet();
        cited.Except(known).Should().BeEmpty();
        synthesis["axes"]!.AsArray().Select(axis => axis!["title"]!.GetValue<string>()).Should().Contain(title => title.StartsWith("Faire plus de place aux jeunes"));
    }

    [Fact]
    public async Task Is_the_same_when_asked_again()
    {
        var first = await _host.Anonymous.GetStringAsync("/api/synthesis");

        (await _host.Anonymous.GetStringAsync("/api/synthesis")).Should().Be(first);
    }

    [Fact]
    public async Task Says_that_it_is_partial_when_a_theme_is_off()
    {
        (await _host.Administrator.PostAsync("/api/themes/mobility/disable", null)).StatusCode.Should().Be(HttpStatusCode.OK);

        var synthesis = await ReadAsync();

        synthesis["partial"]!.GetValue<bool>().Should().BeTrue();
        synthesis["missing"]![0]!["theme"]!.GetValue<string>().Should().Be("Mobilité");
        synthesis["topics"]!.AsArray().SelectMany(topic => topic!["themes"]!.AsArray()).Select(theme => theme!.GetValue<string>()).Should().NotContain("mobility");
        PageText.Of(await _host.Anonymous.GetStringAsync("/synthese")).Should().Contain("Mobilité").And.Contain("désactivée");
    }

    [Fact]
    public async Task Shows_topics_pairs_axes_and_figures_each_with_its_evidence()
    {
        var page = await _host.Anonymous.GetStringAsync("/synthese");

        var text = PageText.Of(page);
        text.Should().Contain("sans preuve", "the sample's sentences rest on nothing yet").And.Contain("Les sujets qui reviennent").And.Contain("Les sujets à deux faces")
            .And.Contain("Les propositions rassemblées").And.Contain("Nombre de notes par thématique et par colonne").And.Contain("Vu dans 8 thématiques sur 8");
        page.Should().Contain("href=\"/synthese/sujets/mobilite-et-transports#guidance\"");
        var topic = PageText.Of(await _host.Anonymous.GetStringAsync("/synthese/sujets/mobilite-et-transports"));
        topic.Should().Contain("Vu dans 6 thématiques sur 8 : 9 réussites ou forces, 12 freins ou obstacles, 7 propositions").And.Contain("Absence du permis de conduire").And.NotContain("Accepter");
        (await _host.Anonymous.GetAsync("/synthese/sujets/inconnu")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Follows_a_note_that_was_just_added()
    {
        await _host.Anonymous.GetStringAsync("/api/synthesis");
        var workshop = JsonNode.Parse(await _host.Anonymous.GetStringAsync("/api/workshops/rupture"))!;
        workshop["board"]![2]!["headings"]![0]!["notes"]!.AsArray().Add("Aucun bus pour venir à la permanence");
        using var body = new StringContent(workshop.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        (await _host.Administrator.PutAsync("/api/workshops/rupture", body)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        var mobility = (await ReadAsync())["topics"]!.AsArray().Single(topic => topic!["label"]!.GetValue<string>() == "Mobilité et transports")!;

        mobility["themes"]!.AsArray().Should().HaveCount(7);
    }

    [Fact]
    public async Task Is_given_by_a_command_too_alone_or_beside_the_program()
    {
        using var workspace = new Workspace();
        string served;
        await using (var host = await HostProcess.StartAsync(workspace.Data))
        {
            (await HostProcess.CommandAsync("synthesis", "--format", "md", "--data", workspace.Data)).Output.Should().Contain("# Synthèse transversale").And.Contain("Mobilité et transports");
            (await HostProcess.CommandAsync("synthesis", "--format", "pdf", "--data", workspace.Data)).ExitCode.Should().Be(1);
            served = await host.Anonymous.GetStringAsync("/api/synthesis");
        }

        var alone = await HostProcess.CommandAsync("synthesis", "--format", "json", "--data", workspace.Data);

        JsonNode.DeepEquals(JsonNode.Parse(alone.Output), JsonNode.Parse(served)).Should().BeTrue();
    }

    [Fact]
    public async Task Stands_in_the_bilan_with_what_its_sentences_rest_on()
    {
        var bilan = await _host.Anonymous.GetStringAsync("/bilan.md");

        bilan.Should().Contain("Ce que montrent les notes, phrase par phrase").And.Contain("Sans preuve").And.Contain("Les sujets qui reviennent").And.Contain("| Mobilité et transports |");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _workspace.Dispose();
    }

    private static IEnumerable<string> Items(JsonNode? part) => part!["items"]!.AsArray().Select(item => $"{item!["theme"]}|{item["kind"]}|{item["column"] ?? item["axis"]}|{item["text"]}");

    private async Task<JsonNode> ReadAsync() => JsonNode.Parse(await _host.Anonymous.GetStringAsync("/api/synthesis"))!;
}
