using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>Looks at pages as a careful reader would, and tells what is wrong with each.</summary>
internal static class Looking
{
    private static readonly string Checker = new BundledAxeScriptProvider().GetScript();

    /// <summary>Opens each page in one window and gathers what is wrong.</summary>
    public static async Task<IReadOnlyList<string>> AtAsync(IPage page, IEnumerable<string> addresses, bool axe = true)
    {
        var faults = new List<string>();
        var address = "";
        page.Console += (_, message) =>
        {
            // The browser itself notes the answer "not found" of the missing page that is looked at on purpose.
            if (message.Type == "error" && address != Site.Missing)
            {
                faults.Add($"{address}: console error: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{address}: page error: {error}");
        page.RequestFailed += (_, request) => faults.Add($"{address}: failed request: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Url.EndsWith(Site.Missing, StringComparison.Ordinal))
            {
                faults.Add($"{address}: {response.Status} for {response.Url}");
            }
        };

        foreach (var each in addresses)
        {
            address = each;
            await page.GotoAsync(address);
            var wide = await SidewaysAsync(page);
            if (wide is not null)
            {
                faults.Add($"{address}: {wide}");
            }

            var headings = await page.Locator("h1").CountAsync();
            if (headings != 1)
            {
                faults.Add($"{address}: {headings} h1");
            }

            if (axe)
            {
                faults.AddRange((await AxeAsync(page)).Select(violation => $"{address}: {violation}"));
            }
        }

        return faults;
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
    private static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        await page.EvaluateAsync(Checker);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const result = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'],
              });
              return result.violations
                .filter(each => ['serious', 'critical'].includes(each.impact))
                .map(each => `axe ${each.impact} ${each.id}: ${each.help}: `
                  + each.nodes.slice(0, 3).map(node => `${node.html} (${node.failureSummary})`).join(' | '));
            }
            """);
    }
}
