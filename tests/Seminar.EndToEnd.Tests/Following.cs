using Microsoft.Playwright;

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
        await control.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
