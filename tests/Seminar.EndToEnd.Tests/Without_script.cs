using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>What a person does on the site works in a browser that runs no script.</summary>
public sealed class Without_script(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Notes_are_filtered_by_column_and_by_text()
    {
        await using var window = await site.OpenAsync(javaScript: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/notes");
        var all = await page.Locator("main .notes > li").CountAsync();

        await page.GetByLabel("Colonne").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).FollowAsync();
        var ofColumn = await page.Locator("main .notes > li").CountAsync();
        ofColumn.Should().BeInRange(1, all - 1);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync($"{ofColumn}");

        await page.GetByLabel("Texte cherché").FillAsync("mot qui n’est nulle part");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).FollowAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Aucune note trouvée");
        await page.GetByRole(AriaRole.Link, new() { Name = "Voir toutes les notes" }).FollowAsync();
        (await page.Locator("main .notes > li").CountAsync()).Should().Be(all);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_right_one_opens_the_page_that_was_asked_for()
    {
        await using (var first = await site.OpenAsync(javaScript: false))
        {
            await site.SignInAsync(await first.NewPageAsync());
        }

        await using var window = await site.OpenAsync(javaScript: false);
        var page = await window.NewPageAsync();

        await page.GotoAsync("/administration");
        await page.GetByLabel("Adresse électronique").FillAsync(Site.Email);
        await page.GetByLabel("Mot de passe").FillAsync("pas le bon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("n’est pas le bon");

        await page.GetByLabel("Mot de passe").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/administration$"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Sortir" }).ClickAsync();
        await page.GotoAsync("/administration");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/entrer"));
    }

    [Fact]
    public async Task What_a_theme_keeps_is_added_and_what_is_wrong_is_given_back_to_mend()
    {
        await using var window = await site.OpenAsync(javaScript: false);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        var forms = 0;
        foreach (var address in await WorkshopPagesAsync())
        {
            await page.GotoAsync(address);
            var form = page.Locator("section[aria-labelledby=ajouter] form");
            if (await form.CountAsync() == 0)
            {
                continue;
            }

            forms++;
            await FillAsync(form);
            var first = form.Locator("input[type=text]").First;
            var last = form.Locator("input[type=text][required]").Last;
            // Letters alone: one of the fields takes a first name and nothing else.
            var kept = $"Essai{(char)('a' + forms)}";
            await first.FillAsync(kept);
            await last.FillAsync("   ");
            await form.Locator("button[type=submit]").FollowAsync();

            var summary = page.Locator(".notice-error");
            await Assertions.Expect(summary).ToContainTextAsync("à corriger");
            foreach (var link in await summary.GetByRole(AriaRole.Link).AllAsync())
            {
                var field = (await link.GetAttributeAsync("href"))!;
                (await page.Locator(field).CountAsync()).Should().Be(1, "the summary of {0} leads to {1}", address, field);
            }

            if (await form.Locator("input[type=text]").CountAsync() > 1)
            {
                await Assertions.Expect(first).ToHaveValueAsync(kept);
            }

            await FillAsync(form);
            await first.FillAsync(kept);
            await form.Locator("button[type=submit]").FollowAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(kept);
            await Assertions.Expect(page.Locator(".notice-error")).ToHaveCountAsync(0);
        }

        forms.Should().BePositive("at least one theme has a register");
    }

    [Fact]
    public async Task A_theme_is_disabled_and_enabled_again()
    {
        var theme = (await Workshops.OfAsync(site))[0];
        await using var window = await site.OpenAsync(javaScript: false);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Désactiver {theme.Name}" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[id='{theme.Key}']")).ToContainTextAsync("Désactivée");
        await page.GotoAsync(theme.Address);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("n’est pas en service");

        await page.GotoAsync("/administration");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Activer {theme.Name}" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[id='{theme.Key}']")).ToContainTextAsync("En service");
        (await page.GotoAsync(theme.Address))!.Status.Should().Be(200);
    }

    /// <summary>The page of each workshop and those of its theme, which it leads to.</summary>
    private async Task<IReadOnlyList<string>> WorkshopPagesAsync()
    {
        var pages = new List<string>();
        foreach (var theme in await Workshops.OfAsync(site))
        {
            var links = (await ServedPage.GetAsync(site.Host.Administrator, theme.Address)).Links;
            pages.AddRange(links.Where(link => link.StartsWith($"{theme.Address}/", StringComparison.Ordinal) && !link.Contains('?')).Select(link => link.Split('#')[0]).Prepend(theme.Address));
        }

        return [.. pages.Distinct()];
    }

    /// <summary>Gives every field a value that fits what it asks for.</summary>
    private static async Task FillAsync(ILocator form)
    {
        foreach (var field in await form.Locator("input:not([type=hidden]), select, textarea").AllAsync())
        {
            var label = await field.EvaluateAsync<string>("e => e.labels[0].innerText");
            switch (await field.EvaluateAsync<string>("e => e.type"))
            {
                case "select-one":
                    var choices = await field.Locator("option").EvaluateAllAsync<string[]>("all => all.map(e => e.value)");
                    await field.SelectOptionAsync(choices.First(choice => choice.Length > 0));
                    break;
                case "date":
                    await field.FillAsync("2027-01-31");
                    break;
                case "time":
                    await field.FillAsync(label.StartsWith("Fin", StringComparison.Ordinal) ? "16:00" : "14:00");
                    break;
                case "number":
                    await field.FillAsync("5");
                    break;
                case "checkbox":
                    await field.CheckAsync();
                    break;
                case "file":
                    await field.SetInputFilesAsync(new FilePayload { Name = "essai.txt", MimeType = "text/plain", Buffer = "Un texte."u8.ToArray() });
                    break;
                default:
                    await field.FillAsync(label switch
                    {
                        _ when label.StartsWith("Département", StringComparison.Ordinal) => "31",
                        _ when label.StartsWith("Adresse", StringComparison.Ordinal) => "https://exemple.fr/outil",
                        _ => "Montpellier",
                    });
                    break;
            }
        }
    }
}
