using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Seminar.Host.Tests.Offer;

namespace Seminar.EndToEnd.Tests;

/// <summary>What exists around here, in the browser of those who look for it and of those who bring it in.</summary>
public sealed class In_the_directory(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_counsellor_finds_a_service_around_a_commune_from_the_list_and_from_the_map()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/annuaire");
        await page.GetByLabel("Mots").FillAsync("réparer");
        await page.GetByLabel("Commune ou code postal").FillAsync("figeac");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "1 : Réparer son véhicule" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#fiche-1$"));
        await page.Locator("#fiche-1").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Réparer son véhicule");
        await page.GetByRole(AriaRole.Link, new() { Name = "Garage solidaire du Célé" }).ClickAsync();
        await Assertions.Expect(page.GetByText("accueil@exemple.test")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_coordinator_brings_in_a_list_watches_it_and_takes_what_is_right()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GotoAsync("/annuaire/import");
        await page.GetByLabel("Fichier").SetInputFilesAsync(new FilePayload { Name = "liste.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(InventedOffer.WithFaults) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "La liste est vérifiée" })).ToBeVisibleAsync();
        await page.GetByLabel("Prendre aussi les fiches corrigeables").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Importer") }).ClickAsync();

        await Assertions.Expect(page.GetByText("1 fiche ajoutée".Replace(' ', '\u00A0'))).ToBeVisibleAsync();
        await page.GotoAsync("/annuaire?q=faute+de+frappe");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thématique mal écrite", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_young_person_answers_on_a_phone_goes_back_by_the_browser_and_changes_an_answer()
    {
        await using var window = await site.OpenAsync(390);
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{await MobilityAsync()}/diagnostic");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await AnswerAsync(page, "De 18 à 25 ans");
        await page.GetByLabel("Commune").FillAsync("Figeac");
        await page.GetByRole(AriaRole.Button, new() { Name = "Suivant" }).ClickAsync();
        await AnswerAsync(page, "Je travaille");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Comment vous déplacez-vous");

        await page.GoBackAsync();
        await AnswerAsync(page, "Je cherche un emploi ou une formation");
        foreach (var answer in new[] { "À pied, c’est tout", "J’ai le code, pas encore la conduite", "Non", "Facile", "Non", "Rien en ce moment", "À une demi-heure" })
        {
            await AnswerAsync(page, answer);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Votre diagnostic de mobilité");
        await Assertions.Expect(page.GetByText("Vous avez le code ; il vous manque la conduite.".Replace(" ;", "\u00A0;"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Bourse au permis de conduire" }).First).ToBeVisibleAsync();
        page.Url.Should().NotContainAny("Figeac", "age", "permis");
        var steps = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new("agenda") }).ClickAsync());
        steps.SuggestedFilename.Should().Be("etapes.ics");
    }

    private static async Task AnswerAsync(IPage page, string answer)
    {
        await page.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Suivant" }).ClickAsync();
    }

    private async Task<string> MobilityAsync() => (await Workshops.OfAsync(site)).Single(theme => theme.Key == "mobility").Address;
}
