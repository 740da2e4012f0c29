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
            { new ByteArrayContent(new byte[11 * 1024 * 1024]), "file", "charte.pdf" },
        };

        using var refused = await team.Client.PostAsync(address, form);

        ((int)refused.StatusCode).Should().Be(422);
        var page = await refused.Content.ReadAsStringAsync();
        PageText.Of(page).Should().Contain("Ce fichier est trop gros : 10 Mo au plus.");
        page.Should().Contain("value=\"Charte\"");
    }

    private static async Task<string> WorkshopAsync(Browser browser)
    {
        var themes = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<ThemeAnswer>>(browser.Client, "/api/themes");
        return $"/ateliers/{themes!.Single(theme => theme.Key == "employment-service").Slug}";
    }

    [GeneratedRegex("/ateliers/[^\"]+/documents/[0-9a-f-]{36}/1")]
    private static partial Regex Address();
}
