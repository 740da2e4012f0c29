using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>From the list of registrations to a badge that says where to sit, as the regional association lives it.</summary>
public sealed partial class The_day_of_488_people(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Goes_from_the_roster_to_the_groups_and_a_badge_opens_one_workshop()
    {
        var (csv, people) = InventedRoster.OfTheSeeds();
        people.Should().Be(488);
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);

        await InventedRoster.ImportAsync(page, csv, people);
        await page.GotoAsync("/inscriptions");
        (await page.Locator("tbody tr th a").CountAsync()).Should().Be(people);
        await PrintAsync(page);
        await WelcomeAllAsync(people);
        var groups = await ComposeAllAsync(page);
        groups.Should().BeInRange(people / 5, people / 3);
        await OneLateAndOneMovedAsync(page);
        await EnterByBadgeAsync(page);
        await NoListTakesLongAsync();
    }

    private async Task PrintAsync(IPage page)
    {
        var workshop = (await Workshops.OfAsync(site))[0];
        foreach (var (address, pages) in new[] { ($"/badges/feuilles?atelier={workshop.Key}", 10), ($"/emargement/{workshop.Key}", 1) })
        {
            await page.GotoAsync(address);
            var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
            PagesOf(pdf).Should().BeGreaterThanOrEqualTo(pages, "{0} prints", address);
        }

        await page.GotoAsync($"/badges/feuilles?atelier={workshop.Key}");
        (await page.Locator(".badge-card").CountAsync()).Should().Be(73, "the first workshop counts 73 people");
        (await page.Locator(".sheet").CountAsync()).Should().Be(10);
        // Nothing is cut: what a badge says fits on it.
        (await page.Locator(".badge-card").EvaluateAllAsync<bool>("cards => cards.every(card => card.scrollHeight <= card.clientHeight + 1)")).Should().BeTrue();
    }

    private async Task WelcomeAllAsync(int people)
    {
        var list = JsonNode.Parse(await site.Host.Administrator.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray();
        list.Should().HaveCount(people);
        // The last one of the list comes late.
        var operations = new JsonArray([.. list.SkipLast(1).Select(person => new JsonObject
        {
            ["operation"] = Guid.NewGuid().ToString(), ["kind"] = "arrived", ["person"] = person!["id"]!.GetValue<string>(), ["at"] = DateTimeOffset.UtcNow.ToString("O"),
        })]);
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/accueil/pointages") { Content = new StringContent(operations.ToJsonString(), Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Seminar", "1");
            using var answer = await site.Host.Administrator.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Should().OnlyContain(each => each!["refusal"] == null);
        }
    }

    private async Task<int> ComposeAllAsync(IPage page)
    {
        var groups = 0;
        foreach (var workshop in await Workshops.OfAsync(site))
        {
            await page.GotoAsync($"/groupes/{workshop.Key}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Composer les groupes" }).FollowAsync();
            await Assertions.Expect(page.Locator(".lead")).ToContainTextAsync("Tour 1");
            groups += await page.Locator(".group").CountAsync();
        }

        return groups;
    }

    private async Task OneLateAndOneMovedAsync(IPage page)
    {
        var late = JsonNode.Parse(await site.Host.Administrator.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray().Last()!;
        await page.GotoAsync($"/accueil?q={late["number"]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accueillir" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".door-list")).ToContainTextAsync("arrivé");
        await Assertions.Expect(page.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");
        await page.GotoAsync("/groupes");
        await page.Locator("tr", new() { HasText = "à placer" }).GetByRole(AriaRole.Link).FollowAsync();
        var before = await page.Locator(".group").EvaluateAllAsync<string[]>("groups => groups.map(group => [...group.querySelectorAll('strong')].map(person => person.innerText).join(', '))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Les placer sans déplacer personne" }).FollowAsync();
        var after = await page.Locator(".group").EvaluateAllAsync<string[]>("groups => groups.map(group => [...group.querySelectorAll('strong')].map(person => person.innerText).join(', '))");
        before.SelectMany(group => group.Split(", ")).Should().BeSubsetOf(after.SelectMany(group => group.Split(", ")));
        before.Zip(after).Count(each => each.First != each.Second).Should().Be(1, "only the latecomer's group has changed");

        await page.Locator(".group").First.Locator("summary").First.ClickAsync();
        await page.Locator(".group").First.GetByRole(AriaRole.Button, new() { Name = "Voir l’effet" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Du groupe 1 au groupe 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir l’effet de l’échange" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#groupe-2$"));
    }

    private async Task EnterByBadgeAsync(IPage page)
    {
        var workshops = await Workshops.OfAsync(site);
        await page.GotoAsync($"/badges/feuilles?atelier={workshops[0].Key}");
        var code = await page.Locator(".code").First.InnerTextAsync();
        await page.GotoAsync("/administration/seminaire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ne plus publier" }).ClickAsync();

        await using var phone = await site.OpenAsync(390);
        var participant = await phone.NewPageAsync();
        await participant.GotoAsync("/entrer");
        await participant.GetByLabel("Code du badge").FillAsync(code.ToLowerInvariant());
        await participant.GetByRole(AriaRole.Button, new() { Name = "Prendre place" }).ClickAsync();
        await Assertions.Expect(participant.Locator("h1")).ToContainTextAsync("Bienvenue");
        await Assertions.Expect(participant.Locator(".facts strong")).ToHaveTextAsync(new Regex("^[0-9]+$"));
        (await participant.GotoAsync(workshops[0].Address))!.Status.Should().Be(200);
        (await participant.GotoAsync(workshops[1].Address))!.Status.Should().Be(403);
        (await participant.GotoAsync("/inscriptions"))!.Status.Should().Be(403);
        (await participant.GotoAsync($"/groupes/{workshops[0].Key}"))!.Status.Should().Be(403);

        await page.GotoAsync("/administration/seminaire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publier le séminaire" }).ClickAsync();
    }

    /// <summary>No assertion on time here: the figures go to the output, to be read; goals are measured by hand.</summary>
    private async Task NoListTakesLongAsync()
    {
        foreach (var address in new[] { "/inscriptions", "/badges/feuilles", "/accueil/liste.json", "/accueil?q=nom", "/groupes", "/presence" })
        {
            var clock = Stopwatch.StartNew();
            using var answer = await site.Host.Administrator.GetAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {clock.ElapsedMilliseconds} ms");
        }
    }

    private static int PagesOf(byte[] pdf) => PdfPage().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
