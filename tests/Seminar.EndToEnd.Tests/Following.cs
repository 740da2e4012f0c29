using Microsoft.Playwright;
using Seminar.Host.Tests;

namespace Seminar.EndToEnd.Tests;

internal static class Following
{
    /// <summary>
    /// Presses a link or a button and waits for the whole page that it leads to. A click alone comes back as soon
    /// as the new page begins, and whoever then counts or reads all of something may see only the first part.
    /// </summary>
    public static async Task FollowAsync(this ILocator control)
    {
        await control.ClickAsync();
        // Asked of the page itself: an event may have come before anyone waited for it, and then never comes again.
        await Patience.UntilAsync(
            () => control.Page.EvaluateAsync<bool>("() => document.readyState !== 'loading'"), "the whole page that a click leads to must come");
    }
}
