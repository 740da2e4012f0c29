using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>The administrator needs no mouse.</summary>
[Collection(SharedSite.Name)]
public sealed class By_keyboard(Site site)
{
    private const int FarEnough = 120;

    [Fact]
    public async Task A_theme_is_disabled_and_enabled_again()
    {
        var theme = (await Workshops.OfAsync(site))[0];
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sortir" }).ClickAsync();

        await page.GotoAsync("/administration");
        await TabToAsync(page, page.GetByLabel("Adresse électronique"));
        await page.Keyboard.TypeAsync(Site.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/administration$"));

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"Désactiver {theme.Name}" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[id='{theme.Key}']")).ToContainTextAsync("Désactivée");

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"Activer {theme.Name}" }));
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator($"[id='{theme.Key}']")).ToContainTextAsync("En service");
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var presses = 0; presses < FarEnough; presses++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                (await target.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle")).Should().Be("solid", "what has the focus must be seen");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{FarEnough} presses of Tab did not reach {target}.");
    }
}
