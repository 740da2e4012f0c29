using System.Diagnostics;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>Every page of the sample seminar, as a reader meets it on a phone and on a desk, by day and by night.</summary>
[Collection(SharedSite.Name)]
public sealed class Every_page(Site site)
{
    private static readonly View[] Windows =
    [
        new(390), new(390, ColorScheme.Dark), new(1440, ColorScheme.Dark), new(1440),
        // As when zoomed four times.
        new(320, IsChecked: false),
    ];

    [Fact]
    public async Task Fits_its_window_loads_whole_and_can_be_read_by_everyone()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);

        var faults = await Looking.AtAsync(page, await site.PagesAsync(), Windows);

        faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Would_be_caught_if_it_were_spoiled()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.RouteAsync("**/glossaire", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Body = "<html lang=fr><title>Gâtée</title><style>@media (prefers-color-scheme: dark) { h1 { color: #eee } }</style><h1>Un</h1><h1>Deux</h1><img src=/nulle-part-ailleurs><div style='width:900px'>Large</div>",
        }));

        var all = await Looking.AtAsync(page, ["/glossaire"], Windows);

        var faults = string.Join('\n', all);
        faults.Should().Contain("2 h1").And.Contain("px wide in a window of 390").And.Contain("px wide in a window of 320").And.NotContain("in a window of 1440")
            .And.Contain("axe critical image-alt").And.Contain("console error").And.Contain("404 for");
        all.Where(fault => fault.Contains("color-contrast", StringComparison.Ordinal)).Select(fault => fault.Split(": ")[0])
            .Should().Equal("/glossaire at 390 px, Dark", "/glossaire at 1440 px, Dark");
    }

    [Fact]
    public async Task Reads_without_script()
    {
        await using var window = await site.OpenAsync(javaScript: false);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        foreach (var address in await site.PagesAsync())
        {
            await page.GotoAsync(address);

            (await page.Locator("h1").InnerTextAsync()).Should().NotBeNullOrWhiteSpace("{0} must have its title", address);
            (await page.Locator("main").InnerTextAsync()).Length.Should().BeGreaterThan(40, "{0} must have its text", address);
            // A live page adds a script to what works without it.
            (await page.Locator("script").CountAsync()).Should().Be(IsLive(address) ? 1 : 0, "{0} must need no script", address);
        }
    }

    private static bool IsLive(string address) =>
        address is "/accueil" or "/direct" or "/synthese/direct" || address.EndsWith("/tableau", StringComparison.Ordinal) || address.Contains("/tableau/", StringComparison.Ordinal);

    [Fact]
    public async Task Links_only_to_what_is_there()
    {
        var faults = new List<string>();
        foreach (var reader in new[] { site.Host.Anonymous, site.Host.Administrator })
        {
            var pages = await site.WalkAsync(reader);
            foreach (var (address, page) in pages)
            {
                var atTheDoor = page.RedirectsTo?.Contains("/entrer", StringComparison.Ordinal) == true;
                if (page.Status != System.Net.HttpStatusCode.OK && !atTheDoor)
                {
                    faults.Add($"{address} answers {(int)page.Status}");
                }

                foreach (var link in page.Links.Where(link => link.Contains('#')))
                {
                    var (target, fragment) = (link[..link.IndexOf('#')], link[(link.IndexOf('#') + 1)..]);
                    if (!pages[target.Length == 0 ? address : target].Has(Uri.UnescapeDataString(fragment)))
                    {
                        faults.Add($"{address} links to {link}, where no such place is");
                    }
                }
            }
        }

        faults.Distinct().Should().BeEmpty();
    }

    [Fact]
    public async Task Figures_of_the_home_page_lead_to_as_many_things()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/");
        var figures = new List<(string Address, string Value, string Label)>();
        foreach (var figure in await page.Locator("a.figure").AllAsync())
        {
            figures.Add(((await figure.GetAttributeAsync("href"))!, await figure.Locator("strong").InnerTextAsync(), await figure.Locator("span").InnerTextAsync()));
        }

        figures.Should().HaveCountGreaterThan(5);
        foreach (var (address, value, label) in figures)
        {
            await page.GotoAsync(address);

            var title = await page.Locator(".page-header").InnerTextAsync();
            var numbers = System.Text.RegularExpressions.Regex.Matches(title, @"\d+").Select(match => match.Value).ToList();
            if (numbers.Count == 0)
            {
                numbers.Add($"{await page.Locator("main tbody tr").CountAsync()}");
            }

            numbers.Should().Contain(value, "« {0} {1} » leads to {2}", value, label, address);
            if (await page.Locator("main .notes").CountAsync() > 0)
            {
                (await page.Locator("main .notes > li").CountAsync()).Should().Be(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "{0} lists them all", address);
            }
        }
    }

    [Fact]
    public async Task Begins_with_a_way_to_skip_to_its_content()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Aller au contenu" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Prints_a_workshop_without_the_ways_around_the_site()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(await Workshops.FirstAddressAsync(site));

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        foreach (var part in await page.Locator("nav, .skip, .sample").AllAsync())
        {
            await Assertions.Expect(part).ToBeHiddenAsync();
        }

        var printed = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        System.Text.Encoding.ASCII.GetString(printed, 0, 5).Should().Be("%PDF-");
        printed.Length.Should().BeGreaterThan(10_000);
    }

    [Fact]
    public async Task Explains_an_acronym_that_has_the_focus_within_the_window()
    {
        await using var window = await site.OpenAsync(390);
        var page = await window.NewPageAsync();
        await page.GotoAsync(await Workshops.FirstAddressAsync(site));
        var terms = page.Locator("main a.term");
        (await terms.CountAsync()).Should().BeGreaterThan(0);

        foreach (var term in await terms.AllAsync())
        {
            await term.FocusAsync();

            var shown = await term.EvaluateAsync<string>("e => getComputedStyle(e, '::after').content");
            shown.Trim('"').Should().Be(await term.GetAttributeAsync("data-meaning"));
            (await Looking.SidewaysAsync(page)).Should().BeNull("the bubble of « {0} » must stay in the window", await term.InnerTextAsync());
        }
    }
}
