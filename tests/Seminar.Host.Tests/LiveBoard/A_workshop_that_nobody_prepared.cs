using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>An empty house, and a workshop that begins without a title: what groups write is kept wherever the seminar is told.</summary>
public sealed partial class A_workshop_that_nobody_prepared : IAsyncLifetime
{
    private const string Board = "/ateliers/mobilite/tableau";
    private const string Desk = "/ateliers/mobilite/bilan";
    private const string Note = "Aucun bus le soir";
    private const string Proposal = "Une navette depuis la gare";

    private readonly OpenHouse _house = new() { IsEmpty = true };

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Is_in_the_notes_the_bilan_every_export_and_the_synthesis_at_once()
    {
        for (var person = 0; person < 4; person++)
        {
            await _house.RegisterAsync("mobility");
        }

        using var leader = await _house.TeamAsync(Role.Facilitator, "mobility");
        using var rapporteur = await _house.TeamAsync(Role.Rapporteur, "mobility");
        using var tablet = await TabletAsync(leader);
        await BeginAsync(leader, "ecrire");
        await SendAsync(tablet, Add());
        using var neighbour = await _house.TeamAsync(Role.Rapporteur, "guidance");
        await neighbour.OperateAsync("/ateliers/orientation/tableau", Add());
        await BeginAsync(leader, "proposer");
        await SendAsync(tablet, new JsonObject { ["kind"] = "proposal.add", ["proposal"] = Guid.NewGuid(), ["text"] = Proposal });

        foreach (var address in (string[])["/ateliers/mobilite", "/bilan/mobility.html", "/bilan/mobility.md", "/bilan.html", "/bilan/mobility.json", "/api/workshops/mobility"])
        {
            (await TextAsync(rapporteur, address)).Should().Contain(Note, "{0} tells it", address).And.Contain(Proposal, "{0} tells it", address);
        }

        foreach (var (address, text) in new[] { ("/notes", Note), ("/propositions", Proposal), ("/api/synthesis", Note), ("/bilan", "Mobilité"), ("/", "Mobilité") })
        {
            var page = await TextAsync(rapporteur, address);
            page.Should().Contain(text, "{0} tells it", address).And.NotContain("Aucun atelier n’a encore de contenu");
        }

        await using var package = new ZipArchive(await rapporteur.Client.GetStreamAsync("/bilan.json"));
        package.Entries.Select(entry => entry.FullName).Should().BeEquivalentTo(
            ["seminar.json", "themes/mobility.json", "themes/guidance.json"], "a workshop that is still empty has no file, which no import would take back");
    }

    [Fact]
    public async Task Is_counted_and_published_by_the_rapporteur_under_the_name_of_its_theme()
    {
        using var rapporteur = await _house.TeamAsync(Role.Rapporteur, "mobility");
        await SendAsync(rapporteur, Add());

        using var counted = await rapporteur.SendAsync(
            Desk, $"{Desk}/participation", ("missionsLocales", "2"), ("partenaires", "1"), ("jeunes", "1"), ("total", "4"), ("version", "0"));
        using var stale = await rapporteur.SendAsync(
            Desk, $"{Desk}/participation", ("missionsLocales", "9"), ("partenaires", "9"), ("jeunes", "9"), ("total", "27"), ("version", "0"));
        using var published = await rapporteur.SendAsync(Desk, $"{Desk}/versions");

        counted.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        stale.StatusCode.Should().Be(HttpStatusCode.Conflict, "someone else has counted meanwhile");
        published.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var workshop = JsonNode.Parse(await rapporteur.Client.GetStringAsync("/api/workshops/mobility"))!;
        (workshop["title"]!.GetValue<string>(), workshop["attendance"]!["reportedTotal"]!.GetValue<int>()).Should().Be(("Mobilité", 4));
        (await TextAsync(rapporteur, "/bilan/mobility")).Should().Contain("Version 1, publiée le");
        (await TextAsync(rapporteur, "/bilan/mobility.html?version=1")).Should().Contain(Note);
    }

    private async Task<Browser> TabletAsync(Browser leader)
    {
        var card = Code().Match(await leader.Client.GetStringAsync("/groupes/mobility/tablettes"));
        var tablet = _house.Browse();
        using var answer = await tablet.SendAsync("/entrer", "/entrer/place", ("code", card.Groups[1].Value));
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return tablet;
    }

    private static JsonObject Add() => new() { ["kind"] = "note.add", ["note"] = Guid.NewGuid(), ["column"] = "brake", ["text"] = Note };

    private static Task BeginAsync(Browser leader, string phase) => SendAsync(leader, new JsonObject { ["kind"] = "phase.start", ["phase"] = phase });

    private static Task SendAsync(Browser browser, JsonObject operation) => browser.OperateAsync(Board, operation);

    private static async Task<string> TextAsync(Browser browser, string address) => PageText.Of(await browser.Client.GetStringAsync(address));

    [GeneratedRegex("class=\"code\">([^<]+)<")]
    private static partial Regex Code();
}
