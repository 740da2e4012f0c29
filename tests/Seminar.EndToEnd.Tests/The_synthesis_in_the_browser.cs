using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>The coordinator's way: see what emerges, decide, write, and let everyone read the evidence.</summary>
public sealed class The_synthesis_in_the_browser(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Emerges_on_the_organiser_s_screen_while_workshops_write()
    {
        await using var window = await site.OpenAsync(1440);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GotoAsync("/synthese/direct");
        await Assertions.Expect(page.Locator("#frais")).ToContainTextAsync("362 notes".Replace(' ', '\u00A0'));

        await AddNoteAsync("rupture", "Aucun bus pour venir à la permanence");

        await Assertions.Expect(page.Locator("#frais")).ToContainTextAsync("363 notes".Replace(' ', '\u00A0'));
        // By its address: the other test renames this topic.
        await Assertions.Expect(page.Locator("a[href='/synthese/sujets/mobilite-et-transports#rupture']")).ToHaveAccessibleNameAsync(new Regex("^1 note sur"));
    }

    [Fact]
    public async Task Leads_from_a_cell_to_the_notes_and_from_a_pair_to_a_sentence_with_its_evidence()
    {
        await using var window = await site.OpenAsync(1440);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GotoAsync("/synthese");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("sur Mobilité et transports, Orientation") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mobilité et transports");
        await Assertions.Expect(page.GetByText("Absence du permis de conduire")).ToBeVisibleAsync();

        await page.Locator("summary", new() { HasText = "Renommer" }).ClickAsync();
        await page.GetByLabel("Intitulé", new() { Exact = true }).FillAsync("Se déplacer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Renommer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("accepté par l’équipe")).ToBeVisibleAsync();

        await page.GotoAsync("/synthese/ecrire");
        await page.Locator("summary", new() { HasTextRegex = new("^Se déplacer") }).ClickAsync();
        var form = page.Locator("details[open] form").First;
        await form.GetByLabel("Ce qui marche").FillAsync("On sait financer et préparer le permis.");
        await form.GetByRole(AriaRole.Button, new() { NameRegex = new("Ajouter à la synthèse") }).ClickAsync();

        await page.GotoAsync("/synthese");
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new("On sait financer et préparer le permis") });
        await row.GetByText("preuves").First.ClickAsync();
        await Assertions.Expect(row.GetByText("Auto-écoles sociales et solidaires")).ToBeVisibleAsync();
    }

    private async Task AddNoteAsync(string theme, string note)
    {
        var workshop = JsonNode.Parse(await site.Host.Anonymous.GetStringAsync($"/api/workshops/{theme}"))!;
        workshop["board"]![2]!["headings"]![0]!["notes"]!.AsArray().Add(note);
        using var body = new StringContent(workshop.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await site.Host.Administrator.PutAsync($"/api/workshops/{theme}", body);
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }
}
