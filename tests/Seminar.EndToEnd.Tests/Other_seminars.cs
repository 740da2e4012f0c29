using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>Before anything was imported.</summary>
public sealed class An_empty_seminar(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task Has_no_page_amiss()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);

        var faults = await Looking.AtAsync(page, await site.PagesAsync(), new View(390), new View(1440, ColorScheme.Dark));

        faults.Should().BeEmpty();
    }
}

/// <summary>French is long, and people write without spaces.</summary>
[Collection(SharedSite.Name)]
public sealed class Very_long_words(Site site)
{
    [Fact]
    public async Task Never_push_a_page_out_of_a_phone()
    {
        const string Word = "anticonstitutionnellementprofessionnalisationinterdépartementaleaccompagnementsocioprofessionnel";
        var pages = await site.PagesAsync();
        var theme = (await Workshops.OfAsync(site))[0];
        var before = JsonNode.Parse(await site.Host.Anonymous.GetStringAsync($"/api/workshops/{theme.Key}"))!;
        var workshop = before.DeepClone();
        workshop["title"] = Word;
        workshop["context"] = $"{Word} {Word}";
        workshop["questions"]![0] = Word;
        workshop["room"] = new JsonObject { ["name"] = Word, ["floor"] = null };
        workshop["team"]![0]!["position"] = Word;
        workshop["team"]![0]!["organisation"] = Word;
        foreach (var column in workshop["board"]!.AsArray())
        {
            var heading = column!["headings"]![0]!;
            heading["title"] = Word;
            heading["notes"]![0] = Word;
        }

        workshop["plan"]![0]!["axis"] = Word;
        workshop["plan"]![0]!["proposals"]![0] = Word;
        await ReplaceAsync(theme.Key, workshop);
        try
        {
            await using var window = await site.OpenAsync();
            var page = await window.NewPageAsync();
            await site.SignInAsync(page);

            (await Looking.AtAsync(page, pages, new View(390, IsChecked: false))).Should().BeEmpty();
        }
        finally
        {
            await ReplaceAsync(theme.Key, before);
        }
    }

    private async Task ReplaceAsync(string key, JsonNode workshop)
    {
        using var body = new StringContent(workshop.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await site.Host.Administrator.PutAsync($"/api/workshops/{key}", body);
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }
}
