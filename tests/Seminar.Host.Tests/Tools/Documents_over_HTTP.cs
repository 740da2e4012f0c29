using System.Text;
using System.Text.RegularExpressions;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Tools;

/// <summary>A document that someone sends can do nothing to whoever opens it here.</summary>
public sealed partial class Documents_over_HTTP : IAsyncLifetime
{
    private readonly OpenHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.PublishAsync(true);
    }

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Is_served_as_what_it_is_to_be_kept_and_caged()
    {
        using var team = await _house.TeamAsync(Role.Facilitator, "employment-service");
        var address = await WorkshopAsync(team) + "/documents";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Forms.TokenAsync(team.Client, address)), Forms.TokenField },
            { new StringContent("Charte"), "title" }, { new StringContent("Partenariat"), "subject" }, { new StringContent("Lot"), "territory" }, { new StringContent("2026-11-24"), "datedOn" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Un texte, puis <script>alert(1)</script>.")), "file", "charte.html" },
        };
        using var sent = await team.Client.PostAsync(address, form);
        ((int)sent.StatusCode).Should().Be(303);

        using var reader = _house.Browse();
        var link = Address().Match(await reader.Client.GetStringAsync(address + "?q=texte")).Value;
        using var served = await reader.Client.GetAsync(link);

        served.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        (served.Content.Headers.ContentDisposition!.DispositionType, served.Content.Headers.ContentDisposition.FileName).Should().Be(("attachment", "charte.txt"));
        served.Headers.GetValues("Content-Security-Policy").Should().Equal("sandbox; default-src 'none'");
        served.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Fact]
    public async Task Is_refused_when_it_is_too_big_and_what_was_typed_comes_back()
    {
        using var team = await _house.TeamAsync(Role.Facilitator, "employment-service");
        var address = await WorkshopAsync(team) + "/documents";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Forms.TokenAsync(team.Client, address)), Forms.TokenField },
            { new StringContent("Charte"), "title" }, { new StringContent("Partenariat"), "subject" }, { new StringContent("Lot"), "territory" }, { new StringContent("2026-11-24"), "datedOn" },
            { new ByteArrayContent(new byte[32 * 1024 * 1024]), "file", "charte.pdf" },
        };

        using var refused = await team.Client.PostAsync(address, form);

        ((int)refused.StatusCode).Should().Be(422);
        var page = await refused.Content.ReadAsStringAsync();
        PageText.Of(page).Should().Contain("Ce fichier est trop gros : 10 Mo au plus.");
        page.Should().Contain("value=\"Charte\"");
    }

    [Fact]
    public async Task Is_refused_with_its_own_sentence_when_the_site_does_not_even_receive_it()
    {
        using var team = await _house.TeamAsync(Role.Facilitator, "employment-service");
        using var request = new HttpRequestMessage(HttpMethod.Post, await WorkshopAsync(team) + "/documents") { Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[65 * 1024 * 1024]), "file", "charte.pdf" } } };
        request.Headers.ExpectContinue = true;

        using var refused = await team.Client.SendAsync(request);

        ((int)refused.StatusCode).Should().Be(413);
        PageText.Of(await refused.Content.ReadAsStringAsync()).Should().Contain("L’envoi dépasse la taille permise.").And.NotContain("ne vient pas d’une page de ce site");
    }

    [Fact]
    public async Task Is_corrected_shows_the_words_found_and_gives_back_what_was_typed_once_it_is_gone()
    {
        using var team = await _house.TeamAsync(Role.Facilitator, "employment-service");
        var address = await WorkshopAsync(team) + "/documents";
        using var sent = await SendAsync(team, address, "Un texte <b>gras</b> sur les emplois.");
        var document = Address().Match(await team.Client.GetStringAsync(address)).Value[..^2];
        using var corrected = await team.SendAsync(address, document, ("title", "Convention"), ("subject", "Emploi"), ("territory", "Gers"), ("datedOn", "2026-03-03"), ("before", "0"));
        using var version = await SendAsync(team, $"{document}/versions", "Un autre texte sur l’emploi.");

        var found = await team.Client.GetStringAsync(address + "?q=emploi");
        found.Should().Contain("<mark>emploi</mark>").And.NotContain("<b>gras</b>");
        PageText.Of(found).Should().Contain("Convention").And.Contain("version 1, du 3 mars 2026");
        foreach (var strange in new[] { "a%00b", "%22", "%EF%BF%BF", "NEAR(" })
        {
            using var answer = await team.Client.GetAsync($"{address}?q={strange}");
            ((int)answer.StatusCode).Should().Be(200, strange);
        }

        using var removed = await team.SendAsync(address, $"{document}/retrait");
        using var late = await SendAsync(team, $"{document}/versions", "Encore un autre.");
        using var tooLate = await team.SendAsync(address, document, ("title", "Charte des emplois"), ("subject", "Emploi"), ("territory", "Gers"), ("datedOn", "2026-03-03"), ("before", "2"));

        ((int)late.StatusCode, (int)tooLate.StatusCode).Should().Be((422, 422));
        PageText.Of(await late.Content.ReadAsStringAsync()).Should().Contain("Ce document n’est plus là.");
        (await late.Content.ReadAsStringAsync()).Should().Contain("value=\"2026-11-24\"");
        (await tooLate.Content.ReadAsStringAsync()).Should().Contain("value=\"Charte des emplois\"");
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Forms.TokenAsync(browser.Client, await WorkshopAsync(browser) + "/documents")), Forms.TokenField },
            { new StringContent("Charte"), "title" }, { new StringContent("Partenariat"), "subject" }, { new StringContent("Lot"), "territory" }, { new StringContent("2026-11-24"), "datedOn" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "charte.txt" },
        };
        return await browser.Client.PostAsync(address, form);
    }

    private static async Task<string> WorkshopAsync(Browser browser)
    {
        var themes = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<ThemeAnswer>>(browser.Client, "/api/themes");
        return $"/ateliers/{themes!.Single(theme => theme.Key == "employment-service").Slug}";
    }

    [GeneratedRegex("/ateliers/[^\"]+/documents/[0-9a-f-]{36}/1")]
    private static partial Regex Address();
}
