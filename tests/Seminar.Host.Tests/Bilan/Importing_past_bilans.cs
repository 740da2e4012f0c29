using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests.Bilan;

/// <summary>Past seminars come in: what was recognised is shown, nothing changes before it is confirmed.</summary>
public sealed partial class Importing_past_bilans : IAsyncLifetime
{
    private const string Address = "/bilan/importer";

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
    public async Task A_text_is_shown_then_put_in_the_place_of_what_is_there()
    {
        var before = await _host.Anonymous.GetStringAsync("/bilan/mobility.json");
        using var sent = await SendAsync("2019.txt", "Atelier n° 2 – Agir sur la mobilité des jeunes\nRéussites\n1 – Les navettes\n- Une navette le lundi\nPlan d’action\nAxe 1 : Étendre\n- Le mardi aussi.\nMerci à tous"u8.ToArray());
        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var draft = sent.Headers.Location!.ToString();

        var preview = await _browser.Client.GetStringAsync(draft);
        PageText.Of(preview).Should().Contain("1 atelier").And.Contain("réussites : 1").And.Contain("1 axe, 1 proposition").And.Contain("Ligne 8 : Merci à tous");
        preview.Should().Contain("value=\"mobility\" selected", "its title is that of the present workshop");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.json")).Should().Be(before, "nothing changes before it is confirmed");

        using var none = await _browser.SendAsync(draft, draft, ("thematique-0", ""));
        PageText.Of(await none.Content.ReadAsStringAsync()).Should().Contain("Rien n’est choisi");
        using var done = await _browser.SendAsync(draft, draft, ("thematique-0", "mobility"));

        PageText.Of(await done.Content.ReadAsStringAsync()).Should().Contain("Tout est importé");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("Une navette le lundi").And.Contain("Le mardi aussi.").And.NotContain("Simulateur de conduite");
        using var again = await _browser.Client.GetAsync(draft);
        again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_workbook_brings_the_whole_seminar_back_as_it_was()
    {
        var workbook = await _host.Anonymous.GetByteArrayAsync("/bilan.xlsx");
        var before = await _host.Anonymous.GetStringAsync("/bilan/guidance.json");
        using var emptied = await _host.Administrator.PutAsync("/api/workshops/guidance", new StringContent(before.Replace("Orientation", "Désorientation", StringComparison.Ordinal), Encoding.UTF8, "application/json"));

        using var sent = await SendAsync("seminaire.xlsx", workbook);
        var draft = sent.Headers.Location!.ToString();
        var choices = Choice().Matches(await _browser.Client.GetStringAsync(draft)).Select(match => ($"thematique-{match.Groups[1].Value}", match.Groups[2].Value)).ToList();
        choices.Should().HaveCount(8);
        using var done = await _browser.SendAsync(draft, draft, [.. choices, ("seminaire", "oui")]);

        PageText.Of(await done.Content.ReadAsStringAsync()).Should().Contain("Tout est importé");
        JsonNode.DeepEquals(JsonNode.Parse(await _host.Anonymous.GetStringAsync("/bilan/guidance.json")), JsonNode.Parse(before)).Should().BeTrue();
    }

    [Fact]
    public async Task A_bilan_in_Word_brings_its_synthesis_too()
    {
        var word = await _host.Anonymous.GetByteArrayAsync("/bilan.docx");
        using var sent = await SendAsync("bilan.docx", word);
        var draft = sent.Headers.Location!.ToString();

        PageText.Of(await _browser.Client.GetStringAsync(draft)).Should().Contain("8 ateliers").And.Contain("Remplacer aussi la synthèse transversale (5 lignes, 4 axes)");
        using var done = await _browser.SendAsync(draft, draft, ("thematique-0", "rupture"), ("thematique-1", ""), ("seminaire", "oui"));
        PageText.Of(await done.Content.ReadAsStringAsync()).Should().Contain("Tout est importé");
        (await _host.Anonymous.GetStringAsync("/bilan/rupture.md")).Should().Contain("L’entreprise et les structures économiques");
    }

    [Theory]
    [InlineData("liste.txt", "du pain\ndu beurre", "Aucun atelier n’a été reconnu")]
    [InlineData("faux.xlsx", "PK pas un classeur", "abîmé")]
    [InlineData("faux.docx", "\0\0\0", "ni un document Word")]
    [InlineData("vide.txt", "", "Choisissez un fichier")]
    public async Task What_can_not_be_read_says_so_and_changes_nothing(string name, string content, string words)
    {
        var before = await _host.Anonymous.GetStringAsync("/bilan/mobility.json");

        using var refused = await SendAsync(name, Encoding.UTF8.GetBytes(content));

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        PageText.Of(await refused.Content.ReadAsStringAsync()).Should().Contain("Rien n’a été importé").And.Contain(words);
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.json")).Should().Be(before);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        _workspace.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content)
    {
        var token = await Forms.TokenAsync(_browser.Client, Address);
        using var form = new MultipartFormDataContent { { new StringContent(token), Forms.TokenField }, { new ByteArrayContent(content), "fichier", name } };
        return await _browser.Client.PostAsync(Address, form);
    }

    [GeneratedRegex("name=\"thematique-(\\d)\".*?value=\"([a-z-]+)\" selected", RegexOptions.Singleline)]
    private static partial Regex Choice();
}
