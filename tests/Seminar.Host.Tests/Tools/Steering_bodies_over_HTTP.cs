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
    [InlineData("date", "place", "Salle du conseil", "heldOn")]
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
        using var first = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Douze immersions."), ("before", ""));
        using var second = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Treize immersions."), ("before", ""));

        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity));
        PageText.Of(await second.Content.ReadAsStringAsync()).Should().Contain("Douze immersions.").And.Contain("Treize immersions.").And.Contain("Quelqu’un a écrit ou retiré ce point entre-temps");
        (await _team.Client.GetStringAsync(_meeting)).Should().Contain("Douze immersions.").And.NotContain("Treize immersions.");
    }

    [Fact]
    public async Task Minutes_of_an_item_that_someone_removed_meanwhile_are_given_back()
    {
        var item = Item().Match(await _team.Client.GetStringAsync(_meeting)).Value;
        using var removed = await _team.SendAsync(_meeting, $"{_meeting}/{item}/retrait");
        using var late = await _team.SendAsync(_meeting, $"{_meeting}/{item}", ("title", "Bilan des immersions"), ("minutes", "Douze immersions."), ("before", ""));

        removed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        PageText.Of(await late.Content.ReadAsStringAsync()).Should().Contain("Ce que vous aviez écrit d’un point retiré entre-temps").And.Contain("Douze immersions.");
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

    [GeneratedRegex("<code>(http://[^<]+/calendrier.ics)</code>")]
    private static partial Regex Calendar();
}
