using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>The real workshop on mobility, played again by 21 groups at their tablets: what comes out is what the rapporteur wrote.</summary>
public sealed partial class A_whole_workshop(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Board = "/ateliers/mobilite/tableau";
    private const int Groups = 21;

    private static readonly Dictionary<string, string> Columns = new() { ["réussites"] = "success", ["forces"] = "strength", ["freins"] = "brake", ["obstacles"] = "obstacle" };

    [Fact]
    public async Task Goes_from_the_welcome_to_the_votes_and_ends_as_the_document_of_the_seed()
    {
        var seed = JsonNode.Parse(await house.Browse().Client.GetStringAsync("/api/workshops/mobility"))!;
        for (var person = 0; person < Groups * 4; person++)
        {
            await house.RegisterAsync("mobility", person % 2 == 0 ? "partenaire" : "mission-locale");
        }

        using var administrator = await house.TeamAsync(Role.Administrator);
        using var leader = await house.TeamAsync(Role.Facilitator, "mobility");
        using var rapporteur = await house.TeamAsync(Role.Rapporteur, "mobility");
        await EmptyAsync(administrator, seed);
        var tablets = await EnterAsync(leader);
        tablets.Should().HaveCount(Groups);
        using var feed = await FeedReader.OpenAsync(rapporteur.Client, $"{Board}/flux?depuis={await PlaceAsync(rapporteur)}");

        await SendAsync(leader, Phase("accueil"));
        await SendAsync(leader, Phase("ecrire"));
        var notes = await WriteAsync(tablets, seed);
        await SendAsync(leader, Phase("regrouper"));
        await GatherAsync(rapporteur, seed, notes);
        await SendAsync(leader, Phase("proposer"));
        var proposals = await ProposeAsync(tablets, seed);
        await ArrangeAsync(rapporteur, seed, proposals);
        await SendAsync(leader, Phase("voter"));
        await VoteAsync(tablets, proposals);
        await SendAsync(leader, Phase("restituer"));

        var played = JsonNode.Parse(await house.Browse().Client.GetStringAsync("/api/workshops/mobility"))!;
        JsonNode.DeepEquals(played, seed).Should().BeTrue("the document of the seed comes back, but: {0}", played);
        var page = PageText.Of(await house.Browse().Client.GetStringAsync("/ateliers/mobilite"));
        page.Should().Contain(seed["plan"]![0]!["axis"]!.GetValue<string>());
        var state = JsonNode.Parse(await house.Browse().Client.GetStringAsync($"{Board}/etat.json"))!;
        state["results"]!.AsObject().Sum(each => each.Value!.GetValue<int>()).Should().Be(Groups * 5, "each group gave its five dots");
        await OrderIsWholeAsync(feed, state["n"]!.GetValue<long>());
    }

    private static async Task EmptyAsync(Browser administrator, JsonNode seed)
    {
        var empty = seed.DeepClone();
        empty["board"] = new JsonArray();
        empty["plan"] = new JsonArray();
        using var order = new HttpRequestMessage(HttpMethod.Put, "/api/workshops/mobility") { Content = JsonContent.Create(empty) };
        order.Headers.Add("X-Seminar", "1");
        using var answer = await administrator.Client.SendAsync(order);
        answer.IsSuccessStatusCode.Should().BeTrue("{0}", answer.StatusCode);
    }

    private async Task<List<Browser>> EnterAsync(Browser leader)
    {
        var tablets = new List<Browser>();
        foreach (Match card in Code().Matches(await leader.Client.GetStringAsync("/groupes/mobility/tablettes")))
        {
            var tablet = house.Browse();
            using var answer = await tablet.SendAsync("/entrer", "/entrer/place", ("code", card.Groups[1].Value));
            answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
            tablets.Add(tablet);
        }

        return tablets;
    }

    /// <summary>All groups write at once, each its share of the notes.</summary>
    private static async Task<Dictionary<(string Column, string Text), Guid>> WriteAsync(List<Browser> tablets, JsonNode seed)
    {
        var notes = (from column in seed["board"]!.AsArray()
                     from heading in column!["headings"]!.AsArray()
                     from text in heading!["notes"]!.AsArray()
                     select (Column: Columns[column["column"]!.GetValue<string>()], Text: text!.GetValue<string>())).Distinct().ToDictionary(note => note, _ => Guid.NewGuid());
        await Task.WhenAll(tablets.Select(async (tablet, index) =>
        {
            foreach (var ((column, text), id) in notes.Where((_, place) => place % Groups == index))
            {
                await SendAsync(tablet, new JsonObject { ["kind"] = "note.add", ["note"] = id, ["column"] = column, ["text"] = text });
            }
        }));
        return notes;
    }

    private static async Task GatherAsync(Browser rapporteur, JsonNode seed, Dictionary<(string Column, string Text), Guid> notes)
    {
        foreach (var column in seed["board"]!.AsArray())
        {
            var word = Columns[column!["column"]!.GetValue<string>()];
            foreach (var heading in column["headings"]!.AsArray())
            {
                var id = Guid.NewGuid();
                await SendAsync(rapporteur, new JsonObject { ["kind"] = "heading.add", ["heading"] = id, ["column"] = word, ["title"] = heading!["title"]!.DeepClone(), ["intro"] = heading["intro"]?.DeepClone() });
                var texts = heading["notes"]!.AsArray().Select(text => text!.GetValue<string>()).ToList();
                if (texts.Count > 0)
                {
                    await SendAsync(rapporteur, new JsonObject { ["kind"] = "note.gather", ["heading"] = id, ["notes"] = new JsonArray([.. texts.Select(text => (JsonNode)notes[(word, text)])]) });
                }
            }
        }
    }

    private static async Task<List<(Guid Id, string Axis)>> ProposeAsync(List<Browser> tablets, JsonNode seed)
    {
        var proposals = new List<(Guid, string)>();
        foreach (var (axis, text) in from axis in seed["plan"]!.AsArray() from text in axis!["proposals"]!.AsArray() select (axis["axis"]!.GetValue<string>(), text!.GetValue<string>()))
        {
            var id = Guid.NewGuid();
            await SendAsync(tablets[proposals.Count % Groups], new JsonObject { ["kind"] = "proposal.add", ["proposal"] = id, ["text"] = text });
            proposals.Add((id, axis));
        }

        return proposals;
    }

    private static async Task ArrangeAsync(Browser rapporteur, JsonNode seed, List<(Guid Id, string Axis)> proposals)
    {
        foreach (var axis in seed["plan"]!.AsArray().Select(axis => axis!["axis"]!.GetValue<string>()))
        {
            var id = Guid.NewGuid();
            await SendAsync(rapporteur, new JsonObject { ["kind"] = "axis.add", ["axis"] = id, ["title"] = axis });
            foreach (var proposal in proposals.Where(each => each.Axis == axis))
            {
                await SendAsync(rapporteur, new JsonObject { ["kind"] = "proposal.arrange", ["proposal"] = proposal.Id, ["axis"] = id });
            }
        }
    }

    private static async Task VoteAsync(List<Browser> tablets, List<(Guid Id, string Axis)> proposals) =>
        await Task.WhenAll(tablets.Select(async (tablet, index) =>
        {
            await SendAsync(tablet, new JsonObject { ["kind"] = "vote", ["proposal"] = proposals[index % proposals.Count].Id, ["dots"] = 3 });
            await SendAsync(tablet, new JsonObject { ["kind"] = "vote", ["proposal"] = proposals[(index + 1) % proposals.Count].Id, ["dots"] = 2 });
        }));

    private static async Task OrderIsWholeAsync(FeedReader feed, long last)
    {
        long? before = null;
        do
        {
            var next = (await feed.NextAsync())!["n"]!.GetValue<long>();
            (before is null || next == before + 1).Should().BeTrue("{0} follows {1}", next, before);
            before = next;
        }
        while (before < last);
    }

    private static JsonObject Phase(string phase) => new() { ["kind"] = "phase.start", ["phase"] = phase };

    private static async Task<long> PlaceAsync(Browser browser) => JsonNode.Parse(await browser.Client.GetStringAsync($"{Board}/etat.json"))!["n"]!.GetValue<long>();

    private static Task SendAsync(Browser browser, JsonObject operation) => browser.OperateAsync(Board, operation);

    [GeneratedRegex("class=\"code\">([^<]+)<")]
    private static partial Regex Code();
}
