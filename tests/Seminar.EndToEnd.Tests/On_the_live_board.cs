using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Seminar.Host.Tests;

namespace Seminar.EndToEnd.Tests;

/// <summary>A workshop as its groups live it: phones on a bad network, a desk that gathers, a screen.</summary>
public sealed class On_the_live_board(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Csv =
        """
        Famille;Prénom;Nom;Organisation;Atelier attribué
        Mission Locale;Prénom A;Nom A;Mission Locale 1;mobility
        Partenaire;Prénom B;Nom B;Partenaire 1;mobility
        Mission Locale;Prénom C;Nom C;Mission Locale 2;mobility
        Partenaire;Prénom D;Nom D;Partenaire 2;mobility
        """;

    private const string Board = "/ateliers/mobilite/tableau";

    public async ValueTask InitializeAsync()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await site.SignInAsync(page);
        var people = JsonNode.Parse(await site.Host.Administrator.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray();
        if (people.Count > 0)
        {
            return;
        }

        await InventedRoster.ImportAsync(page, Csv, 4);
        people = JsonNode.Parse(await site.Host.Administrator.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray();
        await PostAsync("/accueil/pointages", new JsonArray([.. people.Select(person => new JsonObject
        {
            ["operation"] = Guid.NewGuid(), ["kind"] = "arrived", ["person"] = person!["id"]!.GetValue<string>(), ["at"] = DateTimeOffset.UtcNow.ToString("O"),
        })]));
        await page.GotoAsync("/groupes/mobility");
        await page.GetByRole(AriaRole.Button, new() { Name = "Composer les groupes" }).ClickAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Three_notes_typed_without_the_network_and_a_reload_arrive_once_each()
    {
        await BeginAsync("ecrire");
        await using var phone = await site.OpenAsync(390);
        var page = await EnterAsync(phone, 0);
        await WaitUntilKeptAsync(page);

        await phone.SetOfflineAsync(true);
        foreach (var text in new[] { "Hors ligne 1", "Hors ligne 2", "Hors ligne 3" })
        {
            await WriteAsync(page, "Freins", text);
        }

        await Assertions.Expect(page.Locator("#tableau-etat")).ToContainTextAsync("3 ajouts sur cet appareil");
        await Assertions.Expect(page.Locator("#liste-brake")).ToContainTextAsync("en attente d’envoi");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#tableau-etat")).ToContainTextAsync("3 ajouts sur cet appareil");
        await phone.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("#tableau-etat")).ToContainTextAsync("Tout est enregistré");
        (await NotesAsync()).Where(text => text.StartsWith("Hors ligne", StringComparison.Ordinal)).Should().BeEquivalentTo("Hors ligne 1", "Hors ligne 2", "Hors ligne 3");
    }

    [Fact]
    public async Task Two_who_change_one_note_at_once_both_see_both_texts()
    {
        await BeginAsync("ecrire");
        await using var first = await site.OpenAsync(390);
        await using var second = await site.OpenAsync(390);
        var one = await EnterAsync(first, 0);
        var two = await EnterAsync(second, 0);
        await WriteAsync(one, "Forces", "Texte commun");
        await Assertions.Expect(two.Locator("#liste-strength")).ToContainTextAsync("Texte commun");

        await EditAsync(one, "Texte commun", "Texte du premier", send: false);
        await EditAsync(two, "Texte commun", "Texte du second", send: true);
        await Assertions.Expect(two.Locator("#liste-strength")).ToContainTextAsync("Texte du second");
        // The phone shows it before it has gone out; here it must have arrived first.
        await KeptAsync("Texte du second");
        await one.Locator(".note-edit").GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();

        await Assertions.Expect(one.Locator("#tableau-choix")).ToContainTextAsync("Texte du second");
        await Assertions.Expect(one.Locator("#tableau-choix textarea")).ToHaveValueAsync("Texte du premier");
        await one.GetByRole(AriaRole.Button, new() { Name = "Garder les deux" }).ClickAsync();
        await Assertions.Expect(two.Locator("#liste-strength")).ToContainTextAsync("Texte du premier");
        (await NotesAsync()).Should().Contain(["Texte du premier", "Texte du second"]);
    }

    [Fact]
    public async Task Someone_who_is_typing_when_the_phase_ends_decides_what_becomes_of_it()
    {
        await BeginAsync("ecrire");
        await using var phone = await site.OpenAsync(390);
        var page = await EnterAsync(phone, 1);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Obstacles" }).CheckAsync();
        await page.Locator("#note-texte").PressSequentiallyAsync("Une phrase à moitié");

        await BeginAsync("regrouper");
        await Assertions.Expect(page.Locator("#tableau-fin")).ToBeVisibleAsync();
        await page.Locator("#note-texte").PressSequentiallyAsync(" finie");
        await page.GetByRole(AriaRole.Button, new() { Name = "L’envoyer" }).ClickAsync();

        await Assertions.Expect(page.Locator("#liste-obstacle")).ToContainTextAsync("Une phrase à moitié finie");
        await Assertions.Expect(page.Locator("#tableau-etat")).ToContainTextAsync("Tout est enregistré");
        (await NotesAsync()).Should().Contain("Une phrase à moitié finie");
    }

    [Fact]
    public async Task The_desk_gathers_what_phones_write_merges_and_undoes_and_the_screen_follows()
    {
        await BeginAsync("ecrire");
        await using var phone = await site.OpenAsync(390);
        var writer = await EnterAsync(phone, 2);
        await WriteAsync(writer, "Freins", "Les bus ne passent pas le dimanche");
        await WriteAsync(writer, "Freins", "Pas de bus les dimanches");
        await using var room = await site.OpenAsync();
        var screen = await room.NewPageAsync();
        await screen.GotoAsync($"{Board}/ecran");
        await Assertions.Expect(screen.Locator("#liste-brake")).ToContainTextAsync("Pas de bus les dimanches");
        await using var window = await site.OpenAsync();
        var desk = await window.NewPageAsync();
        await site.SignInAsync(desk);
        await desk.GotoAsync($"{Board}/animation");

        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Regrouper") }).ClickAsync();
        await Assertions.Expect(screen.Locator("#tableau-etape-titre")).ToHaveTextAsync("Regrouper");
        await desk.Locator("#nouveau-titre-brake").FillAsync("Transports du dimanche");
        await desk.Locator("#nouveau-titre-brake").PressAsync("Enter");
        await desk.GetByLabel("Les bus ne passent pas le dimanche", new() { Exact = true }).CheckAsync();
        await desk.GetByLabel("Pas de bus les dimanches", new() { Exact = true }).CheckAsync();
        await desk.Locator("#poste-vers").SelectOptionAsync(new SelectOptionValue { Label = "Transports du dimanche" });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Ranger", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Locator("#liste-brake")).ToContainTextAsync("Transports du dimanche (2)");
        await desk.GetByText("Notes qui se ressemblent").ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await desk.Locator("#poste-suggestions").GetByRole(AriaRole.Button, new() { Name = "C’est la même" }).First.ClickAsync();
        await Assertions.Expect(screen.Locator("#liste-brake")).ToContainTextAsync("Transports du dimanche (1)");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Annuler mon dernier geste" }).ClickAsync();
        await Assertions.Expect(screen.Locator("#liste-brake")).ToContainTextAsync("Transports du dimanche (2)");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Voter") }).ClickAsync();
        await Assertions.Expect(screen.Locator("#resultats-titre")).ToContainTextAsync("Les propositions");
        await Assertions.Expect(screen.Locator("#liste-brake")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_note_is_dragged_under_a_heading_and_out_again()
    {
        await BeginAsync("ecrire");
        await using var phone = await site.OpenAsync(390);
        await WriteAsync(await EnterAsync(phone, 2), "Obstacles", "Le permis coûte trop cher");
        await using var window = await site.OpenAsync();
        var desk = await window.NewPageAsync();
        await site.SignInAsync(desk);
        await desk.SetViewportSizeAsync(1440, 12_000);
        await desk.GotoAsync($"{Board}/animation");
        await desk.Locator("#nouveau-titre-obstacle").FillAsync("Le coût du permis");
        await desk.Locator("#nouveau-titre-obstacle").PressAsync("Enter");
        var note = desk.Locator("li[data-note]", new() { HasText = "Le permis coûte trop cher" });
        var heading = desk.Locator("#titres-obstacle > li", new() { HasText = "Le coût du permis" });

        await DragAsync(desk, note.Locator(".grip"), heading.Locator("h4"));
        await Assertions.Expect(heading.Locator("li[data-note]")).ToContainTextAsync("Le permis coûte trop cher");

        await DragAsync(desk, note.Locator(".grip"), desk.Locator("#libres-obstacle"));
        await Assertions.Expect(desk.Locator("#libres-obstacle > li", new() { HasText = "Le permis coûte trop cher" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_script_a_note_is_written_a_proposal_made_and_a_vote_cast()
    {
        await BeginAsync("ecrire");
        await using var phone = await site.OpenAsync(390, javaScript: false);
        var page = await EnterAsync(phone, 3);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Réussites" }).CheckAsync();
        await page.Locator("#note-texte").FillAsync("Sans script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Assertions.Expect(page.Locator("#liste-success")).ToContainTextAsync("Sans script");

        await BeginAsync("proposer");
        await page.ReloadAsync();
        await page.Locator("#proposition-texte").FillAsync("Proposée sans script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Proposer" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tableau-propositions")).ToContainTextAsync("Proposée sans script");

        await BeginAsync("voter");
        await page.ReloadAsync();
        var ballot = page.Locator(".ballot", new() { HasText = "Proposée sans script" });
        await ballot.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Donner") }).ClickAsync();
        await Assertions.Expect(page.Locator("#tableau-points")).ToContainTextAsync("4\u00A0points à répartir");

        await BeginAsync("restituer");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#tableau-resultats li").First).ToContainTextAsync("Proposée sans script");
    }

    /// <summary>The worker has kept the page, its scripts and its styles.</summary>
    private static async Task WaitUntilKeptAsync(IPage page)
    {
        const string Kept = "async () => { const cache = await caches.open('seminar:/ateliers/mobilite/tableau'); return (await cache.keys()).length; }";
        await Patience.UntilAsync(async () => await page.EvaluateAsync<int>(Kept) >= 8, "the worker must keep the page after it was opened");
    }

    private static async Task WriteAsync(IPage page, string column, string text)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = column }).CheckAsync();
        await page.Locator("#note-texte").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Assertions.Expect(page.Locator(".board")).ToContainTextAsync(text);
    }

    private static async Task EditAsync(IPage page, string before, string after, bool send)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Modifier : {before}" }).ClickAsync();
        await page.Locator(".note-edit textarea").FillAsync(after);
        if (send)
        {
            await page.Locator(".note-edit").GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        }
    }

    private async Task<IPage> EnterAsync(IBrowserContext phone, int badge)
    {
        var html = await site.Host.Administrator.GetStringAsync("/badges/feuilles?atelier=mobility");
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/entrer");
        await page.GetByLabel("Code du badge").FillAsync(Regex.Matches(html, "class=\"code\">([^<]+)<")[badge].Groups[1].Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "Prendre place" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tableau-etat")).ToContainTextAsync("Groupe 1");
        return page;
    }

    private Task BeginAsync(string phase) =>
        PostAsync($"{Board}/operations", new JsonArray(new JsonObject { ["id"] = Guid.NewGuid(), ["kind"] = "phase.start", ["phase"] = phase }));

    private async Task PostAsync(string address, JsonArray content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Seminar", "1");
        (await site.Host.Administrator.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task DragAsync(IPage page, ILocator grip, ILocator place)
    {
        await grip.ScrollIntoViewIfNeededAsync();
        await grip.HoverAsync();
        await page.Mouse.DownAsync();
        var box = (await place.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2), new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Waits until the server has a note.</summary>
    private Task KeptAsync(string text) => Patience.UntilAsync(async () => (await NotesAsync()).Contains(text), "a note that was written must arrive");

    private async Task<IEnumerable<string>> NotesAsync() =>
        (await site.Host.Administrator.GetFromJsonAsync<JsonNode>($"{Board}/etat.json"))!["notes"]!.AsArray().Select(note => note!["text"]?.GetValue<string>() ?? "");
}
