using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Modules;

namespace Seminar.Host.Tests.Doors;

/// <summary>A badge opens one workshop for one day, and nothing else.</summary>
public sealed partial class Participants_without_account(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public async Task The_short_code_typed_carelessly_opens_the_place()
    {
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();

        using var answer = await TypeAsync(browser, person.Code.ToLowerInvariant().Insert(6, " "));

        answer.Headers.Location!.OriginalString.Should().Be("/ma-place");
        (await browser.Client.GetAsync("/ma-place")).Headers.Location!.OriginalString.Should().Be("/ma-place/mobility");
        PageText.Of(await browser.Client.GetStringAsync("/ma-place/mobility")).Should().Contain("Mobilité");
    }

    [Fact]
    public async Task Of_an_unpublished_seminar_a_participant_reads_their_own_workshop_and_no_other()
    {
        await using var own = new OpenHouse();
        await own.InitializeAsync();
        await own.PublishAsync(false);
        using var participant = await own.ParticipantAsync("mobility");
        using var stranger = own.Browse();

        (await participant.Client.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await participant.Client.GetAsync("/api/workshops/mobility")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await participant.Client.GetAsync("/ateliers/orientation")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await participant.Client.GetAsync("/api/workshops/guidance")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await participant.Client.GetAsync("/notes")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await stranger.Client.GetAsync("/")).Headers.Location!.OriginalString.Should().Contain("/entrer");
        (await stranger.Client.GetAsync("/api/workshops/mobility")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Raising_the_badge_s_version_ends_its_sessions_and_its_codes()
    {
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();
        await browser.Client.GetAsync(person.Link);
        (await browser.Client.GetAsync("/ma-place/mobility")).StatusCode.Should().Be(HttpStatusCode.OK);

        await ChangeAsync("UPDATE person SET badge_version = 2 WHERE id = @id", person.Id);

        (await browser.Client.GetAsync("/ma-place/mobility")).Headers.Location!.OriginalString.Should().Contain("/entrer");
        (await house.Browse().Client.GetAsync(person.Link)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("UPDATE person SET cancelled_at = '2026-01-01T00:00:00.0000000Z' WHERE id = @id")]
    [InlineData("UPDATE participant_session SET revoked_at = '2026-01-01T00:00:00.0000000Z' WHERE person = @id")]
    [InlineData("UPDATE participant_session SET expires_at = '2026-01-01T00:00:00.0000000Z' WHERE person = @id")]
    [InlineData("DELETE FROM person WHERE id = @id")]
    public async Task A_session_ends_with_the_registration_by_revocation_and_with_the_day(string change)
    {
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();
        await browser.Client.GetAsync(person.Link);

        await ChangeAsync(change, person.Id);

        (await browser.Client.GetAsync("/ma-place/mobility")).Headers.Location!.OriginalString.Should().Contain("/entrer");
    }

    [Fact]
    public async Task The_card_on_a_table_opens_the_workshop_for_the_group_until_its_codes_are_changed()
    {
        await house.RegisterAsync("mobility");
        using var leader = await house.TeamAsync(Role.Facilitator, "mobility");
        using var tablet = house.Browse();
        var card = TabletCode().Match(await leader.Client.GetStringAsync("/groupes/mobility/tablettes")).Groups[1].Value;

        using var entered = await TypeAsync(tablet, card);
        entered.Headers.Location!.OriginalString.Should().Be("/ma-place");
        PageText.Of(await tablet.Client.GetStringAsync("/ma-place/mobility")).Should().Contain("Groupe 1");
        (await tablet.Client.GetAsync("/ma-place/guidance")).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        (await leader.SendAsync("/groupes/mobility", "/groupes/mobility/tablettes/revocation")).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await tablet.Client.GetAsync("/ma-place/mobility")).Headers.Location!.OriginalString.Should().Contain("/entrer");
        using var again = house.Browse();
        (await TypeAsync(again, card)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Someone_moved_to_another_workshop_follows_without_entering_again()
    {
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();
        await browser.Client.GetAsync(person.Link);

        await ChangeAsync("UPDATE person SET workshop = 'guidance' WHERE id = @id", person.Id);

        (await browser.Client.GetAsync("/ma-place/guidance")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.Client.GetAsync("/ma-place/mobility")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_device_that_guesses_is_stopped_and_its_neighbour_is_not()
    {
        var person = await house.RegisterAsync("mobility");
        using var guesser = house.Browse();
        using var neighbour = house.Browse();

        for (var i = 0; i < EntryAttempts.PerDevice; i++)
        {
            using var wrong = await TypeAsync(guesser, $"{900 + i}-000000");
            PageText.Of(await wrong.Content.ReadAsStringAsync()).Should().Contain("n’ouvre aucune place");
        }

        using var stopped = await TypeAsync(guesser, person.Code);
        using var welcome = await TypeAsync(neighbour, person.Code);

        PageText.Of(await stopped.Content.ReadAsStringAsync()).Should().Contain("Trop d’essais depuis cet appareil");
        welcome.StatusCode.Should().Be(HttpStatusCode.SeeOther, "both sit behind one address");
    }

    [Fact]
    public async Task A_badge_that_many_devices_try_is_closed_to_typing_and_open_to_its_QR_code()
    {
        var person = await house.RegisterAsync("mobility");
        for (var i = 0; i < EntryAttempts.PerCode; i++)
        {
            using var device = house.Browse();
            using var wrong = await TypeAsync(device, $"{person.Number:000}-00000{i}");
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var owner = house.Browse();
        using var typed = await TypeAsync(owner, person.Code);
        PageText.Of(await typed.Content.ReadAsStringAsync()).Should().Contain("Trop d’essais avec ce badge");
        (await owner.Client.GetAsync(person.Link)).StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Zeros_before_the_number_give_no_further_attempts_on_a_badge()
    {
        var person = await house.RegisterAsync("mobility");
        for (var i = 0; i < EntryAttempts.PerCode; i++)
        {
            using var device = house.Browse();
            using var wrong = await TypeAsync(device, $"{new string('0', i)}{person.Number}-00000{i}");
            PageText.Of(await wrong.Content.ReadAsStringAsync()).Should().Contain("n’ouvre aucune place");
        }

        using var another = house.Browse();
        using var stopped = await TypeAsync(another, $"00000000000000{person.Number}-000000");
        PageText.Of(await stopped.Content.ReadAsStringAsync()).Should().Contain("Trop d’essais avec ce badge");
    }

    [Fact]
    public async Task The_trail_tells_of_the_entrance_and_keeps_the_code_to_itself()
    {
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();
        await browser.Client.GetAsync(person.Link);

        var trail = await house.TrailAsync();

        trail.Should().Contain(line => line.Contains("Entrer avec le QR code d’un badge | /b/{code} | 303"));
        string.Join('\n', trail).Should().NotContain(person.Link.Split('-')[1]).And.NotContain(person.Code.Split('-')[1]);
    }

    [Fact]
    public async Task A_team_member_who_scans_a_badge_is_led_to_the_door_s_list()
    {
        var person = await house.RegisterAsync("mobility");
        using var facilitator = await house.TeamAsync(Role.Facilitator, "mobility");

        using var answer = await facilitator.Client.GetAsync(person.Link);

        answer.Headers.Location!.OriginalString.Should().Be($"/accueil?q={person.Number}");
    }

    private static Task<HttpResponseMessage> TypeAsync(Browser browser, string code) => browser.SendAsync("/entrer", "/entrer/place", ("code", code));

    private Task<int> ChangeAsync(string sql, Guid id) => house.App.Services.GetRequiredService<PeopleHosting>().Database
        .WriteAsync(connection => connection.Execute(sql, new { id }), CancellationToken.None);

    [GeneratedRegex("class=\"code\">([^<]+)<")]
    private static partial Regex TabletCode();
}
