using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>
/// Every page, export, feed and call that tells of a board, asked by everybody there is, while its notes are hidden between groups,
/// one waits, one is deleted, one is merged away, and a vote runs.
/// </summary>
public sealed class What_each_reader_may_see(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Board = "/ateliers/mobilite/tableau";
    private const string Open = "xyloouverte";
    private const string Hidden = "xylocachee";
    private const string Waiting = "xyloattente";
    private const string Deleted = "xyloretiree";
    private const string Merged = "xylodoublon";

    private static readonly string[] Formats = ["html", "docx", "odt", "md", "xlsx", "csv", "json"];

    [Fact]
    public async Task Is_what_the_board_says_wherever_it_is_told()
    {
        var seats = await SeatAsync("mobility", 1, 2);
        using var leader = await house.TeamAsync(Role.Facilitator, "mobility");
        using var writer = await EnterAsync(seats[0]);
        using var other = await EnterAsync(seats[1]);
        var first = await PlayAsync(leader, writer);
        using var rapporteur = await house.TeamAsync(Role.Rapporteur, "mobility");
        using var elsewhere = await house.TeamAsync(Role.Facilitator, "guidance");
        using var guest = await house.ParticipantAsync("guidance");
        using var coordinator = await house.TeamAsync(Role.Coordinator);
        using var stranger = house.Browse();
        using var program = house.Browse();
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", house.App.Services.GetRequiredService<AccessKey>().Text);
        // Those who see most come first: nothing of theirs may be kept for the next.
        (string Name, Browser Browser, bool IsTeam, bool IsGroup)[] readers =
        [
            ("the program", program, true, false), ("the coordinator", coordinator, true, false), ("the facilitator", leader, true, false), ("the rapporteur", rapporteur, true, false),
            ("the group", writer, false, true), ("another group", other, false, false), ("another workshop's facilitator", elsewhere, false, false),
            ("another workshop's participant", guest, false, false), ("a stranger", stranger, false, false),
        ];

        var faults = new List<string>();
        var told = new Dictionary<string, HashSet<string>>();
        foreach (var (name, browser, isTeam, isGroup) in readers)
        {
            told[name] = [];
            foreach (var address in Addresses())
            {
                var (status, text) = await ReadAsync(browser, address);
                status.Should().BeLessThan(500, address);
                string[] forbidden = [Deleted, .. isTeam || isGroup ? Array.Empty<string>() : [Hidden, Waiting], .. address.StartsWith(Board, StringComparison.Ordinal) ? Array.Empty<string>() : [Merged, Waiting]];
                faults.AddRange(forbidden.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{address} tells {name} « {word} »"));
                told[name].UnionWith(new[] { Open, Hidden }.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{address} {word}"));
            }

            var feed = await FollowAsync(browser, first);
            faults.AddRange(new[] { Deleted, Hidden, Waiting }.Where(word => feed.Contains(word, StringComparison.Ordinal) && !((isTeam || isGroup) && word != Deleted)).Select(word => $"the feed tells {name} « {word} »"));
            (await StateAsync(browser))["results"].Should().BeNull("the vote runs");
        }

        faults.Should().BeEmpty();
        foreach (var (name, _, isTeam, isGroup) in readers)
        {
            told[name].Should().Contain(["/ateliers/mobilite " + Open, "/api/workshops/mobility " + Open, "/bilan/mobility.docx " + Open, "/bilan/mobility.xlsx " + Open, $"{Board} {Open}"]);
            if (isTeam || isGroup)
            {
                told[name].Should().Contain(["/ateliers/mobilite " + Hidden, "/api/workshops/mobility " + Hidden, $"{Board} {Hidden}"]);
            }
        }

        told["the coordinator"].Should().Contain(["/notes " + Hidden, "/bilan.json " + Hidden]).And.NotContain("/synthese?tous=oui " + Hidden, "the synthesis is one for all");
    }

    /// <returns>The place before the first hidden note.</returns>
    private static async Task<long> PlayAsync(Browser leader, Browser writer)
    {
        var (open, merged, deleted) = (Note(Open), Note(Merged), Note(Deleted));
        await SendAsync(leader, Choose(hides: false, moderates: false), Phase("ecrire"), open, merged);
        await SendAsync(writer, deleted);
        await SendAsync(writer, new JsonObject { ["kind"] = "note.delete", ["note"] = deleted["note"]!.DeepClone() });
        await SendAsync(leader, new JsonObject { ["kind"] = "note.merge", ["notes"] = new JsonArray(merged["note"]!.DeepClone()), ["into"] = open["note"]!.DeepClone() });
        await SendAsync(leader, Choose(hides: true, moderates: true));
        var first = (await StateAsync(leader))["n"]!.GetValue<long>();
        await SendAsync(writer, Note(Waiting));
        await SendAsync(leader, Choose(hides: true, moderates: false));
        await SendAsync(writer, Note(Hidden));
        var proposal = new JsonObject { ["kind"] = "proposal.add", ["proposal"] = Guid.NewGuid(), ["text"] = "Une idée" };
        await SendAsync(leader, Phase("proposer"), proposal, Phase("voter"));
        await SendAsync(writer, new JsonObject { ["kind"] = "vote", ["proposal"] = proposal["proposal"]!.DeepClone(), ["dots"] = 3 });
        return first;
    }

    /// <summary>Everything that can be read of this workshop or of all.</summary>
    private IEnumerable<string> Addresses() => house.Endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Where(endpoint => endpoint.Metadata.GetMetadata<ModuleMetadata>()?.Key is "mobility" or SeminarModule.Key || endpoint.RoutePattern.GetParameter("workshop") is not null)
        .Where(endpoint => !endpoint.RoutePattern.RawText!.EndsWith("/flux", StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.RoutePattern.GetParameter("format") is null ? [AddressOf(endpoint, "")] : Formats.Select(format => AddressOf(endpoint, format)))
        .Concat(["/notes?texte=xylo", "/synthese?tous=oui", "/api/synthesis?format=md"])
        .Distinct();

    private static string AddressOf(RouteEndpoint endpoint, string format) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "workshop" } => "mobility",
        RoutePatternParameterPart { Name: "format" } => format,
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }] } => "1",
        RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => Guid.Empty.ToString(),
        _ => "nulle-part",
    }))));

    /// <summary>The answer as text; of an office file or an archive, that of its parts.</summary>
    private static async Task<(int Status, string Text)> ReadAsync(Browser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return ((int)answer.StatusCode, bytes is [(byte)'P', (byte)'K', ..] ? Unpack(bytes) : Encoding.UTF8.GetString(bytes));
    }

    private static string Unpack(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var part = new StreamReader(entry.Open());
            return part.ReadToEnd();
        }));
    }

    /// <summary>What the feed tells whoever was away since a place, from the beginning too.</summary>
    private static async Task<string> FollowAsync(Browser browser, long first)
    {
        var last = (await StateAsync(browser))["n"]!.GetValue<long>();
        var told = new StringBuilder();
        foreach (var place in new[] { 0, first })
        {
            using var feed = await FeedReader.OpenAsync(browser.Client, $"{Board}/flux?depuis={place}");
            while (await feed.NextAsync() is { } next)
            {
                told.Append(next);
                if (next["n"]!.GetValue<long>() >= last)
                {
                    break;
                }
            }
        }

        return told.ToString();
    }

    /// <summary>Registered people, each in a group.</summary>
    private async Task<List<Registered>> SeatAsync(string workshop, params int[] groups)
    {
        var seats = new List<(Registered Person, int Group)>();
        foreach (var group in groups)
        {
            seats.Add((await house.RegisterAsync(workshop), group));
        }

        await house.App.Services.GetRequiredService<PeopleHosting>().Database.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO round (workshop, number, seed, composed_at) VALUES (@workshop, 1, 1, @now)", new { workshop, now = DateTimeOffset.UtcNow });
                return connection.Execute(
                    "INSERT INTO seat (workshop, round, person, group_number) VALUES (@workshop, 1, @Id, @Group)", seats.Select(seat => new { workshop, seat.Person.Id, seat.Group }));
            },
            CancellationToken.None);
        return seats.ConvertAll(seat => seat.Person);
    }

    private async Task<Browser> EnterAsync(Registered person)
    {
        var browser = house.Browse();
        using var answer = await browser.Client.GetAsync(person.Link);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return browser;
    }

    private static JsonObject Note(string text) => new() { ["kind"] = "note.add", ["note"] = Guid.NewGuid(), ["column"] = "brake", ["text"] = text };

    private static JsonObject Phase(string phase) => new() { ["kind"] = "phase.start", ["phase"] = phase };

    private static JsonObject Choose(bool hides, bool moderates) => new()
    {
        ["kind"] = "options.choose", ["options"] = new JsonObject { ["hidesOthers"] = hides, ["moderates"] = moderates, ["votesBy"] = "group", ["voteBudget"] = 5 },
    };

    private static Task SendAsync(Browser browser, params JsonObject[] operations) => browser.OperateAsync(Board, operations);

    private static async Task<JsonNode> StateAsync(Browser browser) => JsonNode.Parse(await browser.Client.GetStringAsync($"{Board}/etat.json"))!;
}
