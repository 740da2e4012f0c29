using System.Net;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

/// <summary>Each theme's register, the first of its own pages, found from its workshop page: no theme is named here.</summary>
public sealed partial class The_forms_of_themes
{
    [Fact]
    public async Task Take_what_is_right_keep_what_was_typed_when_it_is_not_and_close_with_the_theme()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Anonymous.BaseAddress };
        browser.DefaultRequestHeaders.Authorization = host.Administrator.DefaultRequestHeaders.Authorization;
        var pages = await OwnPagesAsync(host);
        pages.Should().HaveCountGreaterThanOrEqualTo(8);

        foreach (var (key, address) in pages)
        {
            await ClosedToAStrangerAsync(host, address);
            await RefusesAnEmptyFormAsync(browser, address);
            await KeepsWhatWasTypedAsync(browser, address);
            await TakesAGoodFormAsync(browser, address);
            await AnswersNotFoundWhileOffAsync(host, key, address);
        }
    }

    private static async Task ClosedToAStrangerAsync(HostInside host, string address)
    {
        var page = PageText.Of(await host.Anonymous.GetStringAsync(address));
        page.Should().Contain("Réservé à l’équipe", "{0} shows its form to nobody who may not send it", address);
    }

    private static async Task RefusesAnEmptyFormAsync(HttpClient browser, string address)
    {
        var fields = await FieldsAsync(browser, address);

        using var answer = await SendAsync(browser, address, fields.ToDictionary(field => field.Name, _ => ""));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "{0}", address);
        var page = await answer.Content.ReadAsStringAsync();
        PageText.Of(page).Should().Contain($"{fields.Count} points sont à corriger");
        foreach (var field in fields)
        {
            page.Should().Contain($"href=\"#field-{field.Name}\"");
        }
    }

    private static async Task KeepsWhatWasTypedAsync(HttpClient browser, string address)
    {
        var fields = await FieldsAsync(browser, address);
        var values = fields.ToDictionary(field => field.Name, _ => "");
        values[fields[0].Name] = "Écrit <b>avant</b> le refus";

        using var answer = await SendAsync(browser, address, values);

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().NotContain("<b>avant</b>");
        WebUtility.HtmlDecode(page).Should().Contain("Écrit <b>avant</b> le refus");
    }

    private static async Task TakesAGoodFormAsync(HttpClient browser, string address)
    {
        var fields = await FieldsAsync(browser, address);

        using var answer = await SendAsync(browser, address, fields.ToDictionary(field => field.Name, field => field.Example));

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, "{0} must take {1}", address, string.Join(", ", fields.Select(field => $"{field.Name}={field.Example}")));
        var page = PageText.Of(await browser.GetStringAsync(answer.Headers.Location));
        page.Should().Contain("Un essai : « réussi »");
        PageText.Of(await browser.GetStringAsync(address[..address.LastIndexOf('/')])).Should().Contain("Un essai : « réussi »", "the panel of the workshop page shows it too");
    }

    private static async Task AnswersNotFoundWhileOffAsync(HostInside host, string key, string address)
    {
        using var off = await host.Administrator.PostAsync($"/api/themes/{key}/disable", null);
        (await host.Anonymous.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var on = await host.Administrator.PostAsync($"/api/themes/{key}/enable", null);
        PageText.Of(await host.Anonymous.GetStringAsync(address)).Should().Contain("Un essai", "what was added is still there");
    }

    private static async Task<List<(string Key, string Address)>> OwnPagesAsync(HostInside host)
    {
        var pages = new List<(string, string)>();
        foreach (var theme in (await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<ThemeAnswer>>(host.Anonymous, "/api/themes"))!)
        {
            var workshop = await host.Anonymous.GetStringAsync($"/ateliers/{theme.Slug}");
            var own = workshop.IndexOf("id=\"aller-plus-loin\"", StringComparison.Ordinal);
            pages.AddRange(OwnLink().Matches(workshop[own..]).Take(1).Select(link => (theme.Key, link.Groups[1].Value)));
        }

        return pages;
    }

    private static async Task<List<Field>> FieldsAsync(HttpClient browser, string address)
    {
        var page = await browser.GetStringAsync(address);
        var inputs = Input().Matches(page).Select(input => new Field(input.Groups[2].Value, Example(input.Groups[1].Value, input.Groups[2].Value)));
        var selects = Select().Matches(page).Select(select => new Field(select.Groups[1].Value, select.Groups[2].Value));
        return [.. inputs, .. selects];
    }

    private static string Example(string type, string name) => (type, name) switch
    {
        ("date", _) => "2030-01-31",
        ("number", _) => "3",
        (_, "address") => "https://exemple.fr/outil",
        (_, "departement") => "31",
        _ => "Un essai : « réussi »",
    };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, Dictionary<string, string> values) =>
        await browser.PostAsync(address, new FormUrlEncodedContent(values.Append(KeyValuePair.Create(Forms.TokenField, await Forms.TokenAsync(browser, address)))));

    private sealed record Field(string Name, string Example);

    [GeneratedRegex("href=\"(/ateliers/[^\"#]+)\"")]
    private static partial Regex OwnLink();

    // Those that must be filled in; the others are nobody's fault.
    [GeneratedRegex("<input type=\"(text|date|number)\" id=\"field-[^\"]+\" name=\"([^\"]+)\"[^>]* required\\b")]
    private static partial Regex Input();

    [GeneratedRegex("<select id=\"field-[^\"]+\" name=\"([^\"]+)\".*?<option value=\"([^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Select();
}
