using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Modules;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>The protocol of the live board, as any client meets it.</summary>
public sealed class The_live_board_over_HTTP(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Board = "/ateliers/mobilite/tableau";

    [Fact]
    public async Task A_note_is_acknowledged_told_to_everyone_in_order_and_replayed_to_whoever_was_away()
    {
        using var leader = await BeginAsync("ecrire");
        using var writer = await house.ParticipantAsync("mobility");
        using var other = await house.ParticipantAsync("mobility");
        var start = (await StateAsync(other))["n"]!.GetValue<long>();
        using var feed = await FeedReader.OpenAsync(other.Client, $"{Board}/flux?depuis={start}");

        var first = await SendAsync(writer, Add("Première"));
        var second = await SendAsync(writer, Add("Seconde"));

        (await feed.NextAsync())!["n"]!.GetValue<long>().Should().Be(start + 1).And.Be(first["n"]!.GetValue<long>());
        (await feed.NextAsync())!["notes"]![0]!["text"]!.GetValue<string>().Should().Be("Seconde");
        feed.Dispose();
        var third = await SendAsync(writer, Add("Troisième"));
        using var again = await FeedReader.OpenAsync(other.Client, $"{Board}/flux?depuis={start}", lastKnown: second["n"]!.GetValue<long>());
        (await again.NextAsync())!["n"]!.GetValue<long>().Should().Be(third["n"]!.GetValue<long>());
    }

    [Fact]
    public async Task Whoever_knows_more_than_the_board_is_told_to_read_it_again()
    {
        using var reader = await house.ParticipantAsync("mobility");
        using var feed = await FeedReader.OpenAsync(reader.Client, $"{Board}/flux", lastKnown: 1_000_000);

        (await feed.NextAsync())!["reset"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task Hidden_notes_go_over_the_wire_to_the_team_alone()
    {
        using var leader = await BeginAsync("ecrire");
        await SendAsync(leader, new JsonObject { ["kind"] = "options.choose", ["options"] = Options(hides: true) });
        using var writer = await house.ParticipantAsync("mobility");
        using var other = await house.ParticipantAsync("mobility");
        using var stranger = house.Browse();
        var start = (await StateAsync(leader))["n"]!.GetValue<long>();
        using var otherFeed = await FeedReader.OpenAsync(other.Client, $"{Board}/flux?depuis={start}");
        using var strangerFeed = await FeedReader.OpenAsync(stranger.Client, $"{Board}/flux?depuis={start}");
        using var leaderFeed = await FeedReader.OpenAsync(leader.Client, $"{Board}/flux?depuis={start}");

        await SendAsync(writer, Add("Encore secret"));

        (await leaderFeed.NextAsync())!.ToJsonString().Should().Contain("Encore secret");
        (await otherFeed.NextAsync())!.ToJsonString().Should().NotContain("Encore secret").And.Contain("hidden");
        (await strangerFeed.NextAsync())!.ToJsonString().Should().NotContain("Encore secret");
        await SendAsync(leader, new JsonObject { ["kind"] = "options.choose", ["options"] = Options(hides: false) });
        (await otherFeed.NextAsync())!["reset"]!.GetValue<bool>().Should().BeTrue("everything can be read now");
    }

    [Theory]
    [InlineData("ceci n'est pas du JSON", "json")]
    [InlineData("{}", "json")]
    [InlineData("[]", "empty")]
    [InlineData("[null]", "json")]
    [InlineData("[{\"id\":\"pas-un-guid\",\"kind\":\"note.add\"}]", "json")]
    [InlineData("[{\"id\":\"11111111-1111-1111-1111-111111111111\",\"kind\":\"note.add\",\"autre\":1}]", "json")]
    public async Task What_is_not_a_list_of_operations_is_refused_whole(string body, string code)
    {
        using var writer = await house.ParticipantAsync("mobility");
        using var answer = await PostAsync(writer, body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!.GetValue<string>().Should().Be(code);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_and_change_nothing()
    {
        using var leader = await BeginAsync("ecrire");
        using var writer = await house.ParticipantAsync("mobility");
        var before = (await StateAsync(leader))["n"]!.GetValue<long>();

        using var answer = await PostAsync(writer, "[" + new string(' ', 10 * 1024 * 1024) + "]");

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await StateAsync(leader))["n"]!.GetValue<long>().Should().Be(before);
    }

    [Fact]
    public async Task Another_workshop_s_participant_and_another_site_may_not_write()
    {
        using var elsewhere = await house.ParticipantAsync("guidance");
        using var forbidden = await PostAsync(elsewhere, $"[{Add("De passage").ToJsonString()}]");
        using var own = await house.ParticipantAsync("mobility");
        using var forged = await own.Client.PostAsync($"{Board}/operations", new StringContent($"[{Add("Forgée").ToJsonString()}]", Encoding.UTF8, "application/json"));

        forbidden.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_refusal_says_why_in_French_and_the_rest_of_the_sending_stands()
    {
        using var leader = await BeginAsync("ecrire");
        using var writer = await house.ParticipantAsync("mobility");
        using var answer = await PostAsync(writer, $"[{Add(new string('a', 501)).ToJsonString()},{Add("Juste").ToJsonString()}]");

        var answers = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();
        answers[0]!["code"]!.GetValue<string>().Should().Be("too-long");
        answers[0]!["message"]!.GetValue<string>().Should().Contain("501 caractères");
        answers[1]!["n"]!.GetValue<long>().Should().BePositive();
    }

    [Fact]
    public async Task A_theme_that_is_switched_off_lets_its_readers_go_at_once()
    {
        await using var own = new OpenHouse();
        await own.InitializeAsync();
        using var reader = own.Browse();
        using var administrator = await own.TeamAsync(Role.Administrator);
        using var feed = await FeedReader.OpenAsync(reader.Client, $"{Board}/flux?depuis=1");
        var ended = feed.NextAsync();

        (await administrator.SendAsync("/administration", "/administration/thematiques/mobility", ("active", "false"))).StatusCode.Should().Be(HttpStatusCode.SeeOther);

        (await ended.WaitAsync(Patience.Limit)).Should().BeNull("the feed ends with its theme");
    }

    [Fact]
    public async Task A_badge_that_is_revoked_and_an_account_that_is_closed_hear_no_more()
    {
        var person = await house.RegisterAsync("mobility");
        using var participant = house.Browse();
        (await participant.Client.GetAsync(person.Link)).Dispose();
        using var member = await house.TeamAsync(Role.Rapporteur, "mobility");
        using var staying = await house.ParticipantAsync("mobility");
        var start = (await StateAsync(staying))["n"]!.GetValue<long>();
        using var participantFeed = await FeedReader.OpenAsync(participant.Client, $"{Board}/flux?depuis={start}");
        using var memberFeed = await FeedReader.OpenAsync(member.Client, $"{Board}/flux?depuis={start}");
        using var stayingFeed = await FeedReader.OpenAsync(staying.Client, $"{Board}/flux?depuis={start}");

        await house.App.Services.GetRequiredService<PeopleHosting>().Database.WriteAsync(
            connection => connection.Execute("UPDATE person SET badge_version = badge_version + 1 WHERE id = @Id", new { person.Id }), CancellationToken.None);
        (await participantFeed.NextAsync()).Should().BeNull("the badge was revoked");
        await house.App.Services.GetRequiredService<AccountsDatabase>().Database.WriteAsync(
            connection => connection.Execute("UPDATE account SET closed_at = @now WHERE email LIKE 'Rapporteur-mobility-%'", new { now = DateTimeOffset.UtcNow }), CancellationToken.None);
        (await memberFeed.NextAsync()).Should().BeNull("the account was closed");
        using var leader = await BeginAsync("ecrire");
        (await stayingFeed.NextAsync())!["n"]!.GetValue<long>().Should().Be(start + 1, "the others go on");
    }

    private static JsonObject Options(bool hides) => new() { ["hidesOthers"] = hides, ["moderates"] = false, ["votesBy"] = "group", ["voteBudget"] = 5 };

    private static JsonObject Add(string text) => new() { ["id"] = Guid.NewGuid(), ["kind"] = "note.add", ["note"] = Guid.NewGuid(), ["column"] = "brake", ["text"] = text };

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Board}/operations") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Seminar", "1");
        return await browser.Client.SendAsync(request);
    }

    private static async Task<JsonNode> SendAsync(Browser browser, JsonObject operation)
    {
        operation["id"] ??= Guid.NewGuid();
        using var answer = await PostAsync(browser, $"[{operation.ToJsonString()}]");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var one = JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!;
        one["code"].Should().BeNull("{0}", one);
        return one;
    }

    private static async Task<JsonNode> StateAsync(Browser browser) => JsonNode.Parse(await browser.Client.GetStringAsync($"{Board}/etat.json"))!;

    /// <summary>The facilitator begins a phase, everything shown.</summary>
    private async Task<Browser> BeginAsync(string phase)
    {
        var leader = await house.TeamAsync(Role.Facilitator, "mobility");
        await SendAsync(leader, new JsonObject { ["kind"] = "options.choose", ["options"] = Options(hides: false) });
        await SendAsync(leader, new JsonObject { ["kind"] = "phase.start", ["phase"] = phase });
        return leader;
    }
}
