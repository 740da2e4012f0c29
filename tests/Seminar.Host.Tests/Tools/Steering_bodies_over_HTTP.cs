using System.Net;
using System.Text.RegularExpressions;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Tools;

/// <summary>A meeting is prepared, written and followed from its page; whatever is refused is given back.</summary>
public sealed partial class Steering_bodies_over_HTTP : IAsyncLifetime
{
    private const string Meetings = "/ateliers/service-emploi/rencontres";

    private readonly OpenHouse _house = new();
    private Browser _team = null!;
    private string _meeting = "";

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.PublishAsync(true);
        _team = await _house.TeamAsync(Role.Facilitator, "employment-service");
        using var added = await _team.SendAsync(Meetings, Meetings, ("title", "Comité technique"), ("kind", "technical"), ("territory", "Figeac"), ("heldOn", "2027-01-12"), ("startsAt", "09:30"), ("endsAt", "12:00"));
        _meeting = Meeting().Match(await _team.Client.GetStringAsync(Meetings)).Value;
        using var item = await _team.SendAsync(_meeting, $"{_meeting}/ordre-du-jour", ("title", "Bilan des immersions"));
    }

    public async ValueTask DisposeAsync()
    {
        _team.Dispose();
        await _house.DisposeAsync();
    }

    [Theory]
    [InlineData("decisions", "text", "Relancer les entreprises", "owner")]
    [InlineData("date", "place", "Salle du conseil", "rencontre-heldOn")]
    public async Task What_was_typed_comes_back_with_the_reason_beside_its_field(string form, string field, string typed, string refused)
    {
        using var answer = await _team.SendAsync(_meeting, $"{_meeting}/{form}", (field, typed));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.Should().Contain($"value=\"{typed}\"").And.Contain($"id=\"field-{refused}-error\"").And.Contain($"href=\"#field-{refused}\"");
    }

    [Fact]
    public async Task Minutes_that_someone_wrote_meanwhile_and_mine_are_both_there()
    {
        var item = Item().Match(await _team.Client.GetStringAsync(_meeting)).Value;
        using var first = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Douze immersions."), ("before", "0"));
        using var second = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Treize immersions."), ("before", "0"));

        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity));
        PageText.Of(await second.Content.ReadAsStringAsync()).Should().Contain("Douze immersions.").And.Contain("Treize immersions.").And.Contain("Quelqu’un a changé ou retiré cela entre-temps");
        (await _team.Client.GetStringAsync(_meeting)).Should().Contain("Douze immersions.").And.NotContain("Treize immersions.");
    }

    [Fact]
    public async Task Minutes_of_an_item_that_someone_removed_meanwhile_are_given_back()
    {
        var item = Item().Match(await _team.Client.GetStringAsync(_meeting)).Value;
        using var removed = await _team.SendAsync(_meeting, $"{_meeting}/{item}/retrait");
        using var late = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Douze immersions."), ("before", "0"));

        removed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        PageText.Of(await late.Content.ReadAsStringAsync()).Should().Contain("Ce que vous aviez écrit d’un point retiré entre-temps").And.Contain("Douze immersions.");
    }

    [Fact]
    public async Task Minutes_that_are_too_long_come_back_without_giving_leave_to_overwrite_others()
    {
        var item = Item().Match(await _team.Client.GetStringAsync(_meeting)).Value;
        using var first = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Douze immersions."), ("before", "0"));

        using var tooLong = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", new string('a', 5001)), ("before", "0"));
        using var stale = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Treize immersions."), ("before", "0"));

        string Drawn(string before) => $"{item}\" class=\"form\"><input[^>]*>\\s*<input type=\"hidden\" name=\"before\" value=\"{before}\"";
        (await tooLong.Content.ReadAsStringAsync()).Should().MatchRegex(Drawn("0"), "what was written meanwhile has not been said yet");
        (await stale.Content.ReadAsStringAsync()).Should().MatchRegex(Drawn("1"), "now it has");
    }

    [Fact]
    public async Task A_meeting_that_someone_cancelled_meanwhile_stays_cancelled_and_what_was_typed_comes_back()
    {
        (string, string)[] meeting = [("title", "Comité technique"), ("kind", "technical"), ("territory", "Figeac"), ("heldOn", "2027-01-12"), ("startsAt", "09:30"), ("endsAt", "12:00"), ("before", "0")];
        using var cancelled = await _team.SendAsync(_meeting, $"{_meeting}/date", [.. meeting, ("cancelled", "oui")]);
        using var late = await _team.SendAsync(_meeting, $"{_meeting}/date", [.. meeting, ("place", "Salle du haut")]);

        (cancelled.StatusCode, late.StatusCode).Should().Be((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity));
        var page = await late.Content.ReadAsStringAsync();
        page.Should().Contain("value=\"Salle du haut\"").And.Contain("name=\"before\" value=\"1\"");
        PageText.Of(page).Should().Contain("Cette rencontre est annulée").And.Contain("Quelqu’un a changé ou retiré cela entre-temps");
    }

    [Fact]
    public async Task A_decision_is_corrected_then_removed_and_a_meeting_made_by_mistake_goes_away()
    {
        using var added = await _team.SendAsync(_meeting, $"{_meeting}/decisions", ("text", "Relancer"), ("owner", "Mme Untel"), ("dueOn", "2027-02-01"));
        var decision = Decision().Match(await _team.Client.GetStringAsync(_meeting)).Value;
        using var corrected = await _team.SendAsync(_meeting, $"{_meeting}/{decision}", ("text", "Relancer"), ("owner", "Chargée de mission"), ("dueOn", "2027-02-01"), ("before", "0"));
        using var late = await _team.SendAsync(_meeting, $"{_meeting}/{decision}", ("text", "Relancer tout le monde"), ("owner", "Mme Untel"), ("dueOn", "2027-02-01"), ("before", "0"));
        using var kept = await _team.SendAsync(_meeting, $"{_meeting}/retrait");
        using var removed = await _team.SendAsync(_meeting, $"{_meeting}/{decision}/retrait");
        using var orphan = await _team.SendAsync(_meeting, $"{_meeting}/{decision}", ("text", "Relancer tout le monde"), ("owner", "Mme Untel"), ("dueOn", "2027-02-01"), ("before", "1"));
        using var gone = await _team.SendAsync(_meeting, $"{_meeting}/retrait");

        PageText.Of(await late.Content.ReadAsStringAsync()).Should().Contain("Chargée de mission, pour le 1er février 2027");
        PageText.Of(await kept.Content.ReadAsStringAsync()).Should().Contain("Cette rencontre a un compte rendu ou des décisions : elle reste.");
        PageText.Of(await orphan.Content.ReadAsStringAsync()).Should().Contain("Ce que vous aviez écrit d’une décision retirée entre-temps").And.Contain("Relancer tout le monde");
        (corrected.StatusCode, removed.StatusCode, gone.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, Meetings));
        using var missing = await _team.Client.GetAsync(_meeting);
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Before_publication_the_team_has_an_address_that_calendar_programs_can_read()
    {
        await _house.PublishAsync(false);
        using var program = _house.Browse();

        var page = await _team.Client.GetStringAsync(Meetings);
        PageText.Of(page).Should().Contain("Quiconque a cette adresse lit le calendrier.");
        var address = TeamCalendar().Match(page).Groups[1].Value;
        (await program.Client.GetStringAsync(address)).Should().StartWith("BEGIN:VCALENDAR");
        using var guessed = await program.Client.GetAsync($"{Meetings}/calendrier/0000.ics");
        guessed.StatusCode.Should().Be(HttpStatusCode.NotFound);

        await _house.PublishAsync(true);
        Calendar().IsMatch(await _team.Client.GetStringAsync(Meetings)).Should().BeTrue("everyone's address will do");
        (await program.Client.GetStringAsync(address)).Should().StartWith("BEGIN:VCALENDAR", "who subscribed goes on reading");
    }

    [Fact]
    public async Task Readers_see_the_meeting_and_find_its_calendar_but_no_form()
    {
        using var reader = _house.Browse();

        PageText.Of(await reader.Client.GetStringAsync(_meeting)).Should().Contain("12 janvier 2027, de 09:30 à 12:00").And.NotContain("Préparer et suivre").And.NotContain("Écrire le compte rendu");
        var address = Calendar().Match(await reader.Client.GetStringAsync(Meetings)).Groups[1].Value;
        (await reader.Client.GetStringAsync(address)).Should().StartWith("BEGIN:VCALENDAR").And.Contain("DTSTART;TZID=Europe/Paris:20270112T093000");
    }

    [GeneratedRegex("/ateliers/service-emploi/rencontres/[0-9a-f-]{36}")]
    private static partial Regex Meeting();

    [GeneratedRegex("ordre-du-jour/[0-9a-f-]{36}")]
    private static partial Regex Item();

    [GeneratedRegex("decisions/[0-9a-f-]{36}")]
    private static partial Regex Decision();

    [GeneratedRegex("<code>(http://[^<]+/calendrier/[0-9a-f]{40}.ics)</code>")]
    private static partial Regex TeamCalendar();

    [GeneratedRegex("<code>(http://[^<]+/calendrier.ics)</code>")]
    private static partial Regex Calendar();
}
