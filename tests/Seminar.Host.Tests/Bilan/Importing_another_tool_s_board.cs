using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests.Bilan;

/// <summary>The board of another tool, as a file or pasted: mapped, looked at, added; what is there stays.</summary>
public sealed class Importing_another_tool_s_board : IAsyncLifetime
{
    private const string Address = "/ateliers/mobilite/bilan/import";

    private const string Csv =
        """
        Contenu;Couleur;Groupe
        Une navette le lundi;Vert;Navettes
        Une navette le mardi;vert;Navettes
        Pas de bus le soir;Rouge;
        =HYPERLINK("http://exemple.invalid");Rouge;Divers
        ;Rouge;
        Idée sans couleur connue;Mauve;
        """;

    private readonly Workspace _workspace = new();
    private HostInside _host = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await HostInside.StartAsync(_workspace.Data);
        _browser = new Browser(_host.Anonymous.BaseAddress!);
        using var created = await _browser.CreateFirstAccountAsync(_host.FirstAccount);
    }

    [Fact]
    public async Task Colours_are_told_to_be_columns_and_the_way_of_reading_serves_again()
    {
        using var sent = await SendAsync("tableau.csv", Encoding.UTF8.GetBytes(Csv));
        var draft = sent.Headers.Location!.ToString();
        PageText.Of(await _browser.Client.GetStringAsync(draft)).Should().Contain("0 note à ajouter, 6 lignes laissées").And.Contain("« Vert » va dans").And.Contain("« Mauve » va dans");

        var mapping = "lu=oui&texte=0&categorie=1&titre=2&mot-0=success&mot-1=brake&mot-2=";
        var preview = PageText.Of(await _browser.Client.GetStringAsync($"{draft}?{mapping}"));
        preview.Should().Contain("4 notes à ajouter, 2 lignes laissées").And.Contain("Navettes – Une navette le lundi").And.Contain("Ligne 6, sans texte").And.Contain("Ligne 7, sans colonne : Idée sans couleur connue");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().NotContain("navette");

        using var done = await _browser.SendAsync(draft, draft, ("lu", "oui"), ("texte", "0"), ("categorie", "1"), ("titre", "2"), ("mot-0", "success"), ("mot-1", "brake"), ("mot-2", ""), ("nom", "Notre tableau"));
        PageText.Of(await done.Content.ReadAsStringAsync()).Should().Contain("4 notes ajoutées");
        var bilan = await _host.Anonymous.GetStringAsync("/bilan/mobility.md");
        bilan.Should().Contain("1.5.4 Navettes\n\n- Une navette le lundi\n- Une navette le mardi").And.Contain("Autres notes\n\n- Pas de bus le soir").And.Contain("Permis financé", "what was there stays");

        using var next = await SendAsync("suite.csv", "Couleur;Contenu\nROUGE;Toujours pas de bus\n"u8.ToArray());
        PageText.Of(await _browser.Client.GetStringAsync($"{next.Headers.Location}?reglage=Notre+tableau")).Should().Contain("1 note à ajouter, 0 ligne").And.Contain("Toujours pas de bus");
    }

    [Fact]
    public async Task Pasted_lines_go_to_one_column_or_to_those_that_their_words_name()
    {
        using var lines = await PasteAsync("Une idée\n\nUne autre");
        var draft = lines.Headers.Location!.ToString();
        PageText.Of(await _browser.Client.GetStringAsync($"{draft}?lu=oui&texte=0&categorie=&titre=&tout=obstacle")).Should().Contain("2 notes à ajouter").And.Contain("Obstacles 2");

        using var cells = await PasteAsync("Note\tCatégorie\nUn succès\tRéussites\nUn blocage\tObstacles identifiés");
        PageText.Of(await _browser.Client.GetStringAsync(cells.Headers.Location)).Should().Contain("2 notes à ajouter").And.Contain("Réussites 1 Un succès").And.Contain("Obstacles 1 Un blocage");
    }

    [Theory]
    [InlineData("vide.csv", "", "Collez au moins une ligne")]
    [InlineData("titres.csv", "Contenu;Couleur\n", "aucune ligne")]
    [InlineData("faux.xlsx", "PK\u0003\u0004 pas un classeur", "abîmé")]
    public async Task What_can_not_be_read_says_so(string name, string content, string words)
    {
        using var refused = await SendAsync(name, Encoding.UTF8.GetBytes(content));

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        PageText.Of(await refused.Content.ReadAsStringAsync()).Should().Contain("Rien n’a été ajouté").And.Contain(words);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_left_out_and_said()
    {
        using var sent = await PasteAsync(new string('m', 501) + "\nCourte");

        PageText.Of(await _browser.Client.GetStringAsync(sent.Headers.Location)).Should().Contain("1 note à ajouter, 1 ligne laissée").And.Contain("Ce texte a 501 caractères");
    }

    [Fact]
    public async Task A_board_that_was_added_is_not_added_twice()
    {
        using var sent = await PasteAsync("Une seule fois");
        var draft = sent.Headers.Location!.ToString();
        using var first = await _browser.SendAsync(draft, draft, ("lu", "oui"), ("texte", "0"), ("tout", "brake"));
        using var second = await _browser.SendAsync(Address, draft, ("lu", "oui"), ("texte", "0"), ("tout", "brake"));

        second.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        Regex.Count(await _host.Anonymous.GetStringAsync("/bilan/mobility.md"), "Une seule fois").Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        _workspace.Dispose();
    }

    private async Task<HttpResponseMessage> PasteAsync(string lines)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Forms.TokenAsync(_browser.Client, Address)), Forms.TokenField }, { new StringContent(lines), "lignes" } };
        return await _browser.Client.PostAsync(Address, form);
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content)
    {
        var token = await Forms.TokenAsync(_browser.Client, Address);
        using var form = new MultipartFormDataContent { { new StringContent(token), Forms.TokenField }, { new ByteArrayContent(content), "fichier", name } };
        return await _browser.Client.PostAsync(Address, form);
    }
}
