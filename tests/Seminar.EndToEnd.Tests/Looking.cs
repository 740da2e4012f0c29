using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>Looks at pages as a careful reader would, and tells what is wrong with each.</summary>
internal static class Looking
{
    private static readonly string Checker = new BundledAxeScriptProvider().GetScript();

    /// <summary>Opens each page once, gives the window every width and scheme in turn, and gathers what is wrong.</summary>
    public static async Task<IReadOnlyList<string>> AtAsync(IPage page, IEnumerable<string> addresses, params View[] views)
    {
        var faults = new ConcurrentQueue<string>();
        var checker = views.Any(view => view.IsChecked);
        var (address, view) = ("", views[0]);
        page.Console += (_, message) =>
        {
            // The browser itself notes the answer "not found" of the missing page that is looked at on purpose.
            if (message.Type == "error" && address != Site.Missing)
            {
                Add($"console error: {message.Text}");
            }
        };
        page.PageError += (_, error) => Add($"page error: {error}");
        page.RequestFailed += (_, request) => Add($"failed request: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Url.EndsWith(Site.Missing, StringComparison.Ordinal))
            {
                Add($"{response.Status} for {response.Url}");
            }
        };

        foreach (var each in addresses)
        {
            (address, view) = (each, views[0]);
            await TakeAsync(page, view);
            await page.GotoAsync(address);
            var headings = await page.Locator("h1").CountAsync();
            if (headings != 1)
            {
                Add($"{headings} h1");
            }

            if (checker)
            {
                await page.EvaluateAsync(Checker);
            }

            var widths = new HashSet<int>();
            foreach (var next in views)
            {
                view = next;
                await TakeAsync(page, view);
                if (await SidewaysAsync(page) is { } wide)
                {
                    Add(wide);
                }

                // Light and dark differ in colours alone (a habit that is tested): all else was checked at this width.
                foreach (var violation in view.IsChecked ? await AxeAsync(page, coloursOnly: !widths.Add(view.Width)) : [])
                {
                    Add(violation);
                }
            }
        }

        return [.. faults];

        void Add(string what) => faults.Enqueue($"{address} at {view.Width} px, {view.Scheme}: {what}");
    }

    private static async Task TakeAsync(IPage page, View view)
    {
        await page.SetViewportSizeAsync(view.Width, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.Scheme });
    }

    /// <summary>What makes the page scroll sideways, or null.</summary>
    public static Task<string?> SidewaysAsync(IPage page) => page.EvaluateAsync<string?>(
        """
        () => {
          const width = document.documentElement.scrollWidth;
          if (width <= innerWidth) return null;
          const outside = [...document.querySelectorAll('body *')].filter(e => !e.closest('.site-nav, .table-frame') && e.getBoundingClientRect().right > innerWidth + 1);
          const first = outside.slice(0, 3).map(e => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}"> ${e.textContent.trim().slice(0, 60)}`);
          return `${width} px wide in a window of ${innerWidth}: ${first.join(' | ')}`;
        }
        """);

    /// <summary>The checker runs in the page itself, which has no frames, and brings back only what is wrong.</summary>
    private static Task<string[]> AxeAsync(IPage page, bool coloursOnly) => page.EvaluateAsync<string[]>(
        """
        async coloursOnly => {
          const result = await axe.run(document, {
            runOnly: coloursOnly ? ['color-contrast'] : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
            resultTypes: ['violations'],
          });
          return result.violations
            .filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => `axe ${each.impact} ${each.id}: ${each.help}: `
              + each.nodes.slice(0, 3).map(node => `${node.html} (${node.failureSummary})`).join(' | '));
        }
        """,
        coloursOnly);
}

/// <summary>How a page is met: the width of the window, by day or by night, with the checker of accessibility or without.</summary>
internal sealed record View(int Width, ColorScheme Scheme = ColorScheme.Light, bool IsChecked = true);
