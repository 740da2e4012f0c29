using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

internal static partial class Forms
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>The token that a page's form carries; the client keeps the cookie that goes with it.</summary>
    public static async Task<string> TokenAsync(HttpClient browser, string address)
    {
        var match = Token().Match(await browser.GetStringAsync(address));
        match.Success.Should().BeTrue("the page {0} must hold a form", address);
        return match.Groups[1].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
