using System.Net;
using System.Text.RegularExpressions;
using Ical.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
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
        page.Should().Contain("5 diagnostics").And.Contain("Aucun moyen de transport à disposition 5").And.Contain("Lot 5");
        (await _house.Browse().Client.GetStringAsync("/bilan/mobility.md")).Should().Contain("5\u00A0diagnostics sur 5");
        (await _house.Browse().Client.GetStringAsync("/api/synthesis")).Should().Contain("Aucun moyen de transport à disposition", "what young people said is evidence");
    }

    [Fact]
    public async Task One_person_is_never_five_and_the_trail_does_not_tell_who_answered()
    {
        using var participant = await _house.ParticipantAsync("mobility");
        var last = await LastAsync(participant);
        for (var time = 0; time < 6; time++)
        {
            using var counted = await participant.SendAsync(last, $"{Diagnosis}/compte", [.. await HiddenAsync(participant, last)]);
            counted.Headers.Location!.OriginalString.Should().StartWith($"{Diagnosis}/resultat");
        }

        PageText.Of(await _house.Browse().Client.GetStringAsync(Diagnosis)).Should().Contain("Moins de 5 diagnostics pour l’instant");
        (await _house.TrailAsync()).Should().NotContain(line => line.Contains("/diagnostic"));
    }

    [Fact]
    public async Task What_was_answered_stays_in_no_cache_and_opens_for_a_while()
    {
        using var reader = _house.Browse();
        using var end = await reader.Client.GetAsync(await LastAsync(reader));
        var result = end.Headers.Location!.OriginalString;
        foreach (var address in new[] { result, result, result.Replace("/resultat", "/etapes.ics"), result.Replace("/resultat", "/etapes.ics") })
        {
            using var answer = await reader.Client.GetAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (answer.Headers.CacheControl!.NoStore, answer.Headers.Age).Should().Be((true, null));
        }

        var seal = _house.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Seminar.Themes.Mobility.Diagnosis").Protect($"jour=2026-01-01&numero={new string('0', 32)}&age=26");
        foreach (var page in new[] { "resultat", "etapes.ics" })
        {
            using var old = await reader.Client.GetAsync($"{Diagnosis}/{page}?suite={seal}");
            PageText.Of(await reader.Client.GetStringAsync(old.Headers.Location)).Should().Contain("Cette adresse n’ouvre plus").And.Contain("60 jours");
        }
    }

    [Fact]
    public async Task A_commune_is_chosen_among_those_of_a_name_and_can_be_left_out()
    {
        using var reader = _house.Browse();
        var first = await BeginAsync(reader);
        using var aged = await reader.SendAsync(first, Diagnosis, [.. await HiddenAsync(reader, first), ("age", "26")]);
        var question = aged.Headers.Location!.OriginalString;

        var unknown = await AnswerAsync("Toulouze");
        PageText.Of(await reader.Client.GetStringAsync(unknown)).Should().Contain("Dans quelle commune").And.Contain("Cette commune n’est pas reconnue.");
        var several = await AnswerAsync("Aigues-Vives");
        PageText.Of(await reader.Client.GetStringAsync(several)).Should().Contain("Laquelle ?").And.Contain("Aigues-Vives (30)").And.Contain("Aigues-Vives (34)");
        several.Should().NotContain("Aigues");
        PageText.Of(await reader.Client.GetStringAsync(await AnswerAsync("Aigues-Vives", ("laquelle", "34007")))).Should().Contain("Où en êtes-vous");
        var without = await AnswerAsync("");
        PageText.Of(await reader.Client.GetStringAsync(without)).Should().Contain("Où en êtes-vous");
        PageText.Of(await reader.Client.GetStringAsync(without.Replace("/diagnostic?", "/diagnostic/resultat?"))).Should().NotContain("près de chez vous");

        async Task<string> AnswerAsync(string commune, params (string, string)[] more)
        {
            using var answer = await reader.SendAsync(question, Diagnosis, [.. await HiddenAsync(reader, question), ("commune", commune), .. more]);
            return answer.Headers.Location!.OriginalString;
        }
    }

    [Fact]
    public async Task A_correction_that_crosses_another_is_given_back_beside_what_is_written_now()
    {
        const string Watch = "/ateliers/mobilite/veille";
        using var facilitator = await _house.TeamAsync(Host.Access.Role.Facilitator, "mobility");
        using var added = await facilitator.SendAsync(Watch, Watch, ("name", "Aide au permit"), ("source", "Région"), ("owner", "Référent mobilité"), ("checkAgainOn", "2030-01-31"));
        var address = Correction().Match(await facilitator.Client.GetStringAsync(Watch)).Groups[1].Value;

        using var first = await CorrectAsync("Aide au permis");
        first.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var second = await CorrectAsync("Aide régionale au permis");

        second.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        page.Should().Contain("Quelqu’un a écrit entre-temps").And.Contain("value=\"Aide régionale au permis\"").And.Contain("name=\"before\" value=\"Aide au permis | Région | Référent mobilité | 2030-01-31\"");

        Task<HttpResponseMessage> CorrectAsync(string name) => facilitator.SendAsync(
            Watch, address, ("before", "Aide au permit | Région | Référent mobilité | 2030-01-31"), ("name", name), ("source", "Région"), ("owner", "Référent mobilité"), ("checkAgainOn", "2030-01-31"));
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

    [GeneratedRegex("action=\"([^\"]+/correction)\"")]
    private static partial Regex Correction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input type=\"(?:radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Choice();
}
