namespace Seminar.Host.Tests.Offer;

/// <summary>Tiles come from where the administrator says, from nowhere otherwise.</summary>
public sealed class Tiles_under_the_map
{
    [Fact]
    public async Task Are_off_until_a_server_is_named_and_then_permitted_on_the_map_alone()
    {
        using var workspace = new Workspace();
        await using (var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
            await FillAsync(host);
            (await host.Anonymous.GetStringAsync("/annuaire")).Should().Contain("class=\"map\"").And.NotContain("<image");
        }

        await using var tiled = await HostProcess.StartAsync(workspace.Data, workspace.Themes, null, ("Map__Tiles", "https://cartes.exemple.test/{z}/{x}/{y}.png"), ("Map__Credit", "© Exemple"));
        for (var time = 0; time < 2; time++)
        {
            using var map = await tiled.Anonymous.GetAsync("/annuaire");
            var page = await map.Content.ReadAsStringAsync();
            page.Should().Contain("<image href=\"https://cartes.exemple.test/");
            PageText.Of(page).Should().Contain("Fond de carte : © Exemple.");
            map.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("img-src 'self' https://cartes.exemple.test data:", "the second time it comes from memory");
        }

        using var elsewhere = await tiled.Anonymous.GetAsync("/glossaire");
        elsewhere.Headers.GetValues("Content-Security-Policy").Single().Should().NotContain("exemple.test");
    }

    private static async Task FillAsync(HostProcess host)
    {
        using var content = new StringContent(InventedOffer.Json, System.Text.Encoding.UTF8, "application/json");
        using var imported = await host.Administrator.PostAsync("/api/directory/imports", content);
        imported.EnsureSuccessStatusCode();
    }
}
