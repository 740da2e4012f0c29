using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>Looks at pages as a careful reader would, and tells what is wrong with each.</summary>
internal static class Looking
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

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

    private static async Task<IEnumerable<string>> AxeAsync(IPage page)
    {
        var result = await page.Locator("html").RunAxeLegacy(Rules);
        return result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"axe {violation.Impact} {violation.Id}: {violation.Help}: "
                + string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} ({node.Any.Concat(node.All).FirstOrDefault()?.Message})")));
    }
}
