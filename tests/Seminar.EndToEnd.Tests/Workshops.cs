using System.Net.Http.Json;

namespace Seminar.EndToEnd.Tests;

/// <summary>The themes that the program runs, whatever their number.</summary>
internal static class Workshops
{
    public static async Task<IReadOnlyList<RunningTheme>> OfAsync(Site site)
    {
        var themes = await site.Host.Administrator.GetFromJsonAsync<List<RunningTheme>>("/api/themes");
        themes.Should().NotBeEmpty();
        return themes!;
    }

    public static async Task<string> FirstAddressAsync(Site site) => (await OfAsync(site))[0].Address;
}

/// <summary>A theme as the program describes it.</summary>
internal sealed record RunningTheme(string Key, string Name, string Slug)
{
    public string Address => $"/ateliers/{Slug}";
}
