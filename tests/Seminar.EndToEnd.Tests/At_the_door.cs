using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Seminar.Host.Tests;

namespace Seminar.EndToEnd.Tests;

/// <summary>The door of the day: a phone that loses the network, another one beside it, a camera, a keyboard.</summary>
public sealed class At_the_door(Site site, Chromium chromium) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Csv =
        """
        Famille;Prénom;Nom;Organisation
        Mission Locale;Prénom A;Nom A;Mission Locale 1
        Partenaire;Prénom B;Nom B;Partenaire 1
        Jeune;Prénom C;;Accueil jeunes
        """;

    public async ValueTask InitializeAsync()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        if ((await PeopleAsync()).Count == 0)
        {
            await InventedRoster.ImportAsync(page, Csv, 3);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Goes_on_without_the_network_and_merges_afterwards_without_a_double()
    {
        await using var first = await site.OpenAsync(390);
        var phone = await OpenDoorAsync(first);
        await WaitUntilKeptAsync(phone);
        await using var second = await site.OpenAsync(390);
        var other = await OpenDoorAsync(second);

        await first.SetOfflineAsync(true);
        await WelcomeAsync(phone, "Nom A");
        await Assertions.Expect(phone.Locator("#pointage-etat")).ToContainTextAsync("Hors connexion");
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#pointage-etat")).ToContainTextAsync("1 pointage gardé sur cet appareil");
        await WalkInAsync(phone, "Prénom D", "Nom D");
        await Assertions.Expect(phone.Locator("#pointage-etat")).ToContainTextAsync("2 pointages gardés");
        await WelcomeAsync(other, "Nom A");
        await WalkInAsync(other, "prénom d", "NOM D");
        await Assertions.Expect(other.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");

        await first.SetOfflineAsync(false);
        await Assertions.Expect(phone.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");

        var people = await PeopleAsync();
        people.Count(person => $"{person!["name"]}".Contains("Nom D", StringComparison.OrdinalIgnoreCase)).Should().Be(1);
        people.Where(person => $"{person!["name"]}" is "Prénom A Nom A" or "prénom d NOM D").Should().HaveCount(2).And.OnlyContain(person => person!["arrivedAt"] != null);
    }

    [Fact]
    public async Task Who_is_welcomed_while_the_list_is_on_its_way_does_not_wait_for_the_next_round()
    {
        await using var window = await site.OpenAsync(390);
        // The next round never comes.
        await window.AddInitScriptAsync("window.setInterval = () => 0;");
        var page = await OpenDoorAsync(window);
        var fetched = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/accueil/liste.json", route => fetched.TrySetResult(route) ? Task.CompletedTask : route.ContinueAsync());
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        var held = await fetched.Task;

        await WalkInAsync(page, "Prénom F", "Nom F");
        await page.RunAndWaitForRequestAsync(() => held.ContinueAsync(), "**/accueil/pointages");
        await Assertions.Expect(page.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");

        (await PeopleAsync()).Should().ContainSingle(person => $"{person!["name"]}" == "Prénom F Nom F");
    }

    [Fact]
    public async Task A_badge_is_read_by_the_camera()
    {
        var film = Path.Combine(Path.GetTempPath(), $"badge-{Guid.NewGuid():N}.y4m");
        await using (var window = await site.OpenAsync())
        {
            var page = await window.NewPageAsync();
            await site.SignInAsync(page);
            await page.GotoAsync("/badges/feuilles");
            await FilmAsync(page, page.Locator(".badge-card", new() { HasText = "Nom B" }).Locator(".qr"), film);
        }

        try
        {
            await using var browser = await chromium.WithCameraAsync(film);
            await using var window = await Chromium.OpenAsync(browser, new BrowserNewContextOptions { BaseURL = site.Address.ToString(), Permissions = ["camera"], Locale = "fr-FR" });
            var page = await OpenDoorAsync(window);

            await page.GetByRole(AriaRole.Button, new() { Name = "Lire un badge" }).ClickAsync();

            await Assertions.Expect(page.Locator("#pointage-liste")).ToContainTextAsync("Prénom B Nom B");
            await Assertions.Expect(page.Locator("#pointage-liste .state-ok")).ToContainTextAsync("arrivé");
            await Assertions.Expect(page.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");
            (await PeopleAsync()).Single(person => $"{person!["name"]}" == "Prénom B Nom B")!["arrivedAt"].Should().NotBeNull();
            await page.GetByRole(AriaRole.Button, new() { Name = "Fermer l’appareil photo" }).ClickAsync();
            await Assertions.Expect(page.Locator("#pointage-viseur")).ToBeHiddenAsync();
        }
        finally
        {
            File.Delete(film);
        }
    }

    [Fact]
    public async Task Typing_a_name_and_pressing_Enter_welcomes_the_only_one_it_can_be()
    {
        await using var window = await site.OpenAsync();
        var page = await OpenDoorAsync(window);
        await Assertions.Expect(page.Locator("#pointage-q")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("prenom c");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#pointage-liste .state-ok")).ToContainTextAsync("arrivé");
        await Assertions.Expect(page.Locator("#pointage-annonce")).ToContainTextAsync("Prénom C est accueilli");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        var departure = page.GetByRole(AriaRole.Button, new() { Name = "Départ" });
        await Assertions.Expect(departure).ToBeFocusedAsync();

        // What the other devices did comes in while someone works with the keyboard.
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("dispatchEvent(new Event('online'))"), "**/accueil/liste.json");
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await Assertions.Expect(departure).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_script_everything_but_the_camera_works()
    {
        await using var window = await site.OpenAsync(390, javaScript: false);
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GotoAsync("/accueil");

        await Assertions.Expect(page.Locator("#pointage-camera")).ToBeHiddenAsync();
        await FillWalkInAsync(page, "Prénom E", "Nom E");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inscrire et accueillir" }).ClickAsync();
        await Assertions.Expect(page.Locator(".door-list")).ToContainTextAsync("Prénom E Nom E");
        await page.GetByRole(AriaRole.Button, new() { Name = "Départ" }).ClickAsync();
        await Assertions.Expect(page.Locator(".door-list")).ToContainTextAsync("parti");
    }

    [Fact]
    public async Task Someone_whose_right_ended_keeps_nothing_of_the_list_on_the_device()
    {
        await using var window = await site.OpenAsync(390);
        var page = await OpenDoorAsync(window);
        await WelcomeAsync(page, "Nom A", expectButton: false);
        await window.ClearCookiesAsync();

        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Assertions.Expect(page.Locator("#pointage-etat")).ToContainTextAsync("Vous n’êtes plus entré");
        (await page.EvaluateAsync<int>(
            """
            () => new Promise(done => {
              const open = indexedDB.open('seminar-accueil');
              open.onsuccess = () => { const count = open.result.transaction('list').objectStore('list').count(); count.onsuccess = () => done(count.result); };
            })
            """)).Should().Be(0);
    }

    [Fact]
    public async Task Another_site_can_not_send_arrivals_in_someone_s_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accueil/pointages") { Content = new StringContent("[]", Encoding.UTF8, "application/json") };
        using var answer = await site.Host.Administrator.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, "only the site's own script sends its header");
    }

    private async Task<IPage> OpenDoorAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        await page.GotoAsync("/accueil");
        await Assertions.Expect(page.Locator("#pointage-etat")).ToContainTextAsync("Tout est enregistré");
        return page;
    }

    private static async Task WelcomeAsync(IPage page, string name, bool expectButton = true)
    {
        await page.Locator("#pointage-q").FillAsync(name);
        if (expectButton)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Accueillir :" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#pointage-liste .state-ok").First).ToContainTextAsync("arrivé");
        }
    }

    private static async Task WalkInAsync(IPage page, string firstName, string lastName)
    {
        await FillWalkInAsync(page, firstName, lastName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inscrire et accueillir" }).ClickAsync();
        await Assertions.Expect(page.Locator("#pointage-liste")).ToContainTextAsync(lastName, new() { IgnoreCase = true });
    }

    private static async Task FillWalkInAsync(IPage page, string firstName, string lastName)
    {
        await page.Locator("[name=prenom]").FillAsync(firstName);
        await page.Locator("[name=nom]").FillAsync(lastName);
        await page.Locator("[name=famille]").SelectOptionAsync("partenaire");
        await page.Locator("[name=organisation]").FillAsync("Partenaire 2");
    }

    /// <summary>The worker has kept the page, its scripts and its styles.</summary>
    private static async Task WaitUntilKeptAsync(IPage page)
    {
        const string Kept = "async () => { const cache = await caches.open('seminar:/accueil'); return (await cache.keys()).length; }";
        await Patience.UntilAsync(async () => await page.EvaluateAsync<int>(Kept) >= 8, "the worker must keep the page after it was opened");
    }

    private async Task<JsonArray> PeopleAsync() =>
        JsonNode.Parse(await site.Host.Administrator.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray();

    /// <summary>A second of film that shows what is printed, as large as a badge held before a phone.</summary>
    private static async Task FilmAsync(IPage page, ILocator printed, string film)
    {
        const int Width = 640, Height = 480;
        var picture = Convert.ToBase64String(await printed.ScreenshotAsync());
        var grey = Convert.FromBase64String(await page.EvaluateAsync<string>(
            """
            async ([picture, width, height]) => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + picture;
              await image.decode();
              const canvas = new OffscreenCanvas(width, height);
              const context = canvas.getContext('2d');
              context.fillStyle = '#ddd';
              context.fillRect(0, 0, width, height);
              context.drawImage(image, 170, 90, 300, 300);
              const { data } = context.getImageData(0, 0, width, height);
              let text = '';
              for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(16 + data[i] * 219 / 255);
              return btoa(text);
            }
            """, new object[] { picture, Width, Height }));
        var colour = Enumerable.Repeat((byte)128, Width * Height / 2).ToArray();
        await using var file = File.Create(film);
        await file.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < 10; frame++)
        {
            await file.WriteAsync("FRAME\n"u8.ToArray());
            await file.WriteAsync(grey);
            await file.WriteAsync(colour);
        }
    }
}
