using System.Net;
using System.Text.RegularExpressions;
using Ical.Net;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Tools;

/// <summary>A participant answers question after question; the figures reach the workshop page and the synthesis.</summary>
public sealed partial class The_diagnosis_over_HTTP : IAsyncLifetime
{
    private const string Diagnosis = "/ateliers/mobilite/diagnostic";

    private readonly OpenHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.PublishAsync(true);
    }

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Goes_from_the_first_question_to_the_steps_and_the_network_learns_figures_alone()
    {
        using var participant = await _house.ParticipantAsync("mobility");
        for (var person = 0; person < 5; person++)
        {
            var result = await AnswerAllAsync(participant);
            PageText.Of(await participant.Client.GetStringAsync(result)).Should().Contain("Vous n’avez aucun moyen de transport à vous.").And.Contain("Les 3 prochaines étapes").And.Contain("Autour de Figeac (46)");
            var calendar = Calendar.Load(await participant.Client.GetStringAsync(result.Replace("/resultat", "/etapes.ics", StringComparison.Ordinal)))!;
            calendar.Events.Should().HaveCount(3);
        }

        var page = PageText.Of(await _house.Browse().Client.GetStringAsync("/ateliers/mobilite"));
        page.Should().Contain("5 diagnostics").And.Contain("Aucun moyen de transport à disposition 5");
        (await _house.Browse().Client.GetStringAsync("/bilan/mobility.md")).Should().Contain("5\u00A0diagnostics sur 5");
        (await _house.Browse().Client.GetStringAsync("/api/synthesis")).Should().Contain("Aucun moyen de transport à disposition", "what young people said is evidence");
    }

    [Fact]
    public async Task A_reader_from_outside_gets_the_result_and_counts_for_nothing()
    {
        using var reader = _house.Browse();
        using var end = await reader.Client.GetAsync(await LastAsync(reader));

        end.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        PageText.Of(await reader.Client.GetStringAsync(end.Headers.Location)).Should().Contain("Votre diagnostic de mobilité");
        using var counted = await reader.Client.PostAsync($"{Diagnosis}/compte", null);
        counted.Headers.Location!.OriginalString.Should().Contain("/entrer");
    }

    [Fact]
    public async Task No_address_tells_an_answer_and_a_foreign_one_begins_again()
    {
        using var reader = _house.Browse();
        var last = await LastAsync(reader);

        last.Should().NotContainAny("Figeac", "sante", "age=");
        using var foreign = await reader.Client.GetAsync($"{Diagnosis}/resultat?suite={last[^40..]}");
        foreign.Headers.Location!.OriginalString.Should().Be(Diagnosis);
        (await reader.Client.GetStringAsync($"{Diagnosis}?suite=n-importe-quoi")).Should().Contain("Commencer");
    }

    [Fact]
    public async Task A_question_left_without_an_answer_comes_again_and_says_so()
    {
        using var reader = _house.Browse();
        var first = await BeginAsync(reader);

        using var again = await reader.SendAsync(first, Diagnosis, [.. await HiddenAsync(reader, first)]);

        PageText.Of(await reader.Client.GetStringAsync(again.Headers.Location)).Should().Contain("Quel âge avez-vous ?").And.Contain("Choisissez une réponse.");
    }

    /// <summary>The first answer of each page, as a browser without script would send it.</summary>
    private static async Task<string> LastAsync(Browser browser)
    {
        var address = await BeginAsync(browser);
        for (var question = 0; question < 13; question++)
        {
            using var answer = await browser.Client.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.SeeOther || PageText.Of(page).Contains("C’est fini", StringComparison.Ordinal))
            {
                return address;
            }

            var choice = Choice().Match(page);
            var given = choice.Success ? (choice.Groups[1].Value, choice.Groups[2].Value) : ("commune", "Figeac");
            using var next = await browser.SendAsync(address, Diagnosis, [.. await HiddenAsync(browser, address), given]);
            address = next.Headers.Location!.OriginalString;
        }

        throw new InvalidOperationException("more than twelve questions");
    }

    private static async Task<string> BeginAsync(Browser browser)
    {
        using var begun = await browser.SendAsync(Diagnosis, Diagnosis);
        return begun.Headers.Location!.OriginalString;
    }

    private static async Task<IEnumerable<(string, string)>> HiddenAsync(Browser browser, string address) =>
        Hidden().Matches(WebUtility.HtmlDecode(await browser.Client.GetStringAsync(address))).Select(field => (field.Groups[1].Value, field.Groups[2].Value)).Where(field => field.Item1 != Forms.TokenField);

    private static async Task<string> AnswerAllAsync(Browser browser)
    {
        var last = await LastAsync(browser);
        using var counted = await browser.SendAsync(last, $"{Diagnosis}/compte", [.. await HiddenAsync(browser, last)]);
        return counted.Headers.Location!.OriginalString;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input type=\"(?:radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Choice();
}
