using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Seminar.Host.Tests.Synthesis;

/// <summary>Off unless configured; then it rewords cited notes, and what does not cite is dropped. The model's server stands at the border.</summary>
public sealed partial class Drafting_by_a_language_model : IAsyncLifetime
{
    private const string Desk = "/synthese/ecrire";

    private readonly Workspace _workspace = new();
    private readonly List<string> _received = [];
    private WebApplication _model = null!;
    private string _answer = "Le permis est financé et préparé [1]. Tout va bien.";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _model = builder.Build();
        _model.MapPost("/v1/chat/completions", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            _received.Add(await reader.ReadToEndAsync());
            return _answer.Length == 0 ? Results.StatusCode(500) : Results.Json(new
            {
                id = "1", @object = "chat.completion", created = 1, model = "petit",
                choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = _answer } } },
            });
        });
        await _model.StartAsync();
    }

    [Fact]
    public async Task Sends_nothing_and_offers_nothing_unless_it_is_configured()
    {
        await using var host = await HostProcess.StartAsync(_workspace.Data);
        using var coordinator = await EnterAsync(host);

        (await coordinator.Client.GetStringAsync(Desk)).Should().NotContain("Faire rédiger");
        using var asked = await coordinator.SendAsync(Desk, $"{Desk}/brouillon", ("sujet", "mobilite-et-transports"));

        PageText.Of(await asked.Content.ReadAsStringAsync()).Should().Contain("rien n’a été envoyé");
        _received.Should().BeEmpty();
    }

    [Fact]
    public async Task Keeps_sentences_that_cite_and_their_notes_and_says_where_notes_go()
    {
        await using var host = await StartAsync();
        using var coordinator = await EnterAsync(host);
        PageText.Of(await coordinator.Client.GetStringAsync(Desk)).Should().Contain($"sur {new Uri(_model.Urls.First()).Authority}").And.Contain("Rien n’est envoyé tant que personne ne le demande");

        using var drafted = await coordinator.SendAsync(Desk, $"{Desk}/brouillon", ("sujet", "mobilite-et-transports"));
        var page = WebUtility.HtmlDecode(await drafted.Content.ReadAsStringAsync());

        page.Should().Contain(">Le permis est financé et préparé.</textarea>").And.NotContain("Tout va bien").And.Contain("2 phrase(s) sans citation valable");
        _received.Should().HaveCount(2).And.OnlyContain(body => body.Contains("petit") && !body.Contains(Browser.Email));
        JsonNode.Parse(_received[0])!["messages"]![1]!["content"]!.ToString().Should().StartWith("Sujet : Mobilité et transports\n[1] ");
        var cited = Cited().Match(page).Groups[1].Value;
        using var added = await coordinator.SendAsync(
            Desk, Desk, ("version", Version().Match(page).Groups[1].Value), ("geste", "ligne"), ("sujet", "mobilite-et-transports"), ("preuve-plus", cited),
            ("plus", "Le permis est financé et préparé."), ("moins", "Bouger reste difficile."));
        added.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var row = JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/synthesis"))!["written"]!["rows"]!.AsArray()[^1]!;
        row["plus"]!["evidence"]!.AsArray().Should().ContainSingle("the draft cites one note");
    }

    [Fact]
    public async Task Says_so_when_the_server_fails_and_loses_nothing()
    {
        _answer = "";
        await using var host = await StartAsync();
        using var coordinator = await EnterAsync(host);

        using var drafted = await coordinator.SendAsync(Desk, $"{Desk}/brouillon", ("sujet", "mobilite-et-transports"));

        drafted.StatusCode.Should().Be(HttpStatusCode.OK);
        PageText.Of(await drafted.Content.ReadAsStringAsync()).Should().Contain("n’a pas répondu").And.Contain("Mobilité et transports");
        host.Output.Should().NotContain("Auto-écoles", "notes stay out of the log");
    }

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _workspace.Dispose();
    }

    private Task<HostProcess> StartAsync() =>
        HostProcess.StartAsync(_workspace.Data, null, null, ("Drafting__Address", _model.Urls.First() + "/v1"), ("Drafting__Model", "petit"));

    private static async Task<Browser> EnterAsync(HostProcess host)
    {
        var coordinator = new Browser(host.Anonymous.BaseAddress!);
        using var created = await coordinator.CreateFirstAccountAsync(host.FirstAccount!);
        return coordinator;
    }

    [GeneratedRegex("name=\"preuve-plus\" value=\"([^\"]+)\"")]
    private static partial Regex Cited();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();
}
