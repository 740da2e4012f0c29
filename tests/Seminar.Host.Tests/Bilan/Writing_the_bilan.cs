using System.Net;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests.Bilan;

/// <summary>The rapporteur's desk: several write at once, nobody overwrites, what was published stays.</summary>
public sealed partial class Writing_the_bilan : IAsyncLifetime
{
    private const string Desk = "/ateliers/mobilite/bilan";

    private readonly Workspace _workspace = new();
    private HostInside _host = null!;
    private Browser _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await HostInside.StartAsync(_workspace.Data);
        _administrator = new Browser(_host.Anonymous.BaseAddress!);
        using var created = await _administrator.CreateFirstAccountAsync(_host.FirstAccount);
    }

    [Fact]
    public async Task Two_who_change_the_same_heading_see_both_texts_and_lose_none()
    {
        using var rapporteur = await EnterAsync("rapporteur@exemple.fr", "Rapporteur");
        using var deputy = await EnterAsync("suppleant@exemple.fr", "Deputy");
        var (address, version) = await FirstHeadingAsync(rapporteur);

        using var first = await rapporteur.SendAsync(Desk, address, ("titre", "Les aides qui existent"), ("intro", ""), ("version", version));
        first.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var second = await deputy.SendAsync(Desk, address, ("titre", "Les aides en place"), ("intro", "Nombreuses, peu connues."), ("version", version));

        second.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var page = await second.Content.ReadAsStringAsync();
        PageText.Of(page).Should().Contain("Quelqu’un d’autre a changé la même chose").And.Contain("Les aides en place").And.Contain("Nombreuses, peu connues.").And.Contain("Les aides qui existent");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("Les aides qui existent").And.NotContain("Les aides en place");

        using var kept = await deputy.SendAsync(Desk, address, ("titre", "Les aides en place"), ("intro", "Nombreuses, peu connues."), ("version", VersionAfterConflict().Match(page).Groups[1].Value));
        kept.StatusCode.Should().Be(HttpStatusCode.SeeOther, "the deputy has seen the other's text and chosen");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("1.5.1 Les aides en place").And.Contain("Nombreuses, peu connues.");
    }

    [Fact]
    public async Task What_was_published_stays_as_it_was_and_can_be_compared()
    {
        using var review = await _administrator.SendAsync(Desk, $"{Desk}/etat", ("relecture", "oui"));
        PageText.Of(await _host.Anonymous.GetStringAsync("/bilan/mobility")).Should().Contain("En relecture");
        using var published = await _administrator.SendAsync(Desk, $"{Desk}/versions");
        published.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        PageText.Of(await _host.Anonymous.GetStringAsync("/bilan/mobility")).Should().Contain("Version 1, publiée le");
        using var again = await _administrator.SendAsync(Desk, $"{Desk}/versions");
        PageText.Of(await again.Content.ReadAsStringAsync()).Should().Contain("Rien n’a changé depuis la version 1");

        using var corrected = await _administrator.SendAsync(Desk, $"{Desk}/participation", ("missionsLocales", "29"), ("partenaires", "24"), ("jeunes", "1"), ("total", "54"), ("version", "1"));
        using var added = await _administrator.SendAsync(Desk, $"{Desk}/axes", ("titre", "Tenir la durée"));
        PageText.Of(await _host.Anonymous.GetStringAsync("/bilan/mobility")).Should().Contain("Brouillon, après la version 1");
        using var second = await _administrator.SendAsync(Desk, $"{Desk}/versions");

        var compared = PageText.Of(await _administrator.Client.GetStringAsync($"{Desk}/versions/2"));
        compared.Should().Contain("Comparée à la version 1").And.Contain("3 lignes qui diffèrent").And.Contain("total annoncé 53").And.Contain("total annoncé 54").And.Contain("Tenir la durée");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md?version=1")).Should().Contain("Version\u00A01, publiée le").And.Contain("annoncé est 53").And.NotContain("Tenir la durée");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md?version=2")).Should().Contain("Tenir la durée").And.NotContain("annoncé est 53");
        (await _host.Anonymous.GetAsync("/bilan/mobility.md?version=3")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _administrator.Client.GetAsync($"{Desk}/versions/3")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_runs_the_workshop_does_not_make_a_draft_of_what_was_published()
    {
        using var published = await _administrator.SendAsync(Desk, $"{Desk}/versions");
        using var phase = await _administrator.SendAsync("/ateliers/mobilite/tableau/animation", "/ateliers/mobilite/tableau/etapes", ("etape", "accueil"));

        PageText.Of(await _host.Anonymous.GetStringAsync("/bilan/mobility")).Should().Contain("Version 1, publiée le");
    }

    [Fact]
    public async Task A_quote_needs_a_consent_and_leaves_every_version_when_it_is_withdrawn()
    {
        using var without = await _administrator.SendAsync(Desk, $"{Desk}/citations", ("qui", "partenaire"), ("texte", "On se parle enfin."), ("accord", ""));
        without.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var refused = await without.Content.ReadAsStringAsync();
        PageText.Of(refused).Should().Contain("sans accord, pas de citation");
        WebUtility.HtmlDecode(refused).Should().Contain(">On se parle enfin.</textarea>", "what was typed is kept");

        using var with = await _administrator.SendAsync(Desk, $"{Desk}/citations", ("qui", "partenaire"), ("texte", "On se parle enfin."), ("accord", "à l’oral, devant l’animateur"));
        with.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var published = await _administrator.SendAsync(Desk, $"{Desk}/versions");
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md?version=1")).Should().Contain("On se parle enfin.");

        using var withdrawn = await _administrator.SendAsync("/inscriptions/consentements", "/inscriptions/consentements/retrait", ("thematique", "mobility"), ("qui", "partenaire"), ("mots", "On se parle enfin."));
        foreach (var address in new[] { "/bilan/mobility.md", "/bilan/mobility.md?version=1", "/bilan/mobility.json", "/ateliers/mobilite" })
        {
            (await _host.Anonymous.GetStringAsync(address)).Should().NotContain("On se parle enfin.", "{0}", address);
        }
    }

    [Fact]
    public async Task The_plan_is_written_axis_by_axis()
    {
        using var axis = await _administrator.SendAsync(Desk, $"{Desk}/axes", ("titre", "Tenir la durée"));
        var page = await _administrator.Client.GetStringAsync(Desk);
        var id = AxisForm().Matches(page)[^1].Groups[1].Value;

        using var proposal = await _administrator.SendAsync(Desk, $"{Desk}/propositions", ("texte", "Se revoir dans six mois."), ("axe", id));
        proposal.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("1.10.5 Axe\u00A05 – Tenir la durée\n\n- Se revoir dans six mois.");
        using var removed = await _administrator.SendAsync(Desk, $"{Desk}/axes/{id}/retrait", ("version", "1"));
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().NotContain("Tenir la durée").And.Contain("Autres propositions\n\n- Se revoir dans six mois.", "its proposals stay");
    }

    [Fact]
    public async Task A_heading_goes_up_by_one()
    {
        var ids = HeadingForm().Matches(await _administrator.Client.GetStringAsync(Desk)).Select(match => match.Groups[1].Value).Distinct().ToList();

        using var raised = await _administrator.SendAsync(Desk, $"{Desk}/sous-themes/{ids[1]}/monter", ("colonne", "success"));

        raised.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await _host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("1.5.1 Développement de l’autonomie");
    }

    [Fact]
    public async Task A_workshop_that_begins_on_the_board_gets_its_bilan_by_being_given_a_title()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data, isEmpty: true);
        using var browser = new Browser(host.Anonymous.BaseAddress!);
        using var created = await browser.CreateFirstAccountAsync(host.FirstAccount);
        (await browser.Client.GetAsync("/bilan/mobility.md")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var heading = await browser.SendAsync(Desk, $"{Desk}/sous-themes", ("colonne", "brake"), ("titre", "Les horaires"));
        heading.StatusCode.Should().Be(HttpStatusCode.SeeOther);

        using var named = await browser.SendAsync(Desk, $"{Desk}/presentation", ("titre", "Bouger demain"), ("numero", "2"), ("salle", "Salle 4"), ("etage", "1er étage"), ("contexte", ""), ("questions", "Comment faire ?\n\nAvec qui ?"));

        named.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await browser.Client.GetStringAsync("/bilan/mobility.md")).Should().Contain("# Bouger demain").And.Contain("Salle 4, 1er étage").And.Contain("1. Comment faire\u00A0?\n2. Avec qui\u00A0?").And.Contain("Les horaires");
        using var wrong = await browser.SendAsync(Desk, $"{Desk}/presentation", ("titre", ""), ("numero", "0"), ("version", "1"));
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await _host.DisposeAsync();
        _workspace.Dispose();
    }

    private async Task<Browser> EnterAsync(string email, string role)
    {
        var link = await _administrator.InviteAsync(email, role, "mobility");
        var browser = new Browser(_host.Anonymous.BaseAddress!);
        using var chosen = await browser.ChoosePasswordAsync(link, Browser.Password);
        using var entered = await browser.EnterAsync(email, Browser.Password);
        return browser;
    }

    private static async Task<(string Address, string Version)> FirstHeadingAsync(Browser browser)
    {
        var form = HeadingForm().Match(await browser.Client.GetStringAsync(Desk));
        return ($"{Desk}/sous-themes/{form.Groups[1].Value}", form.Groups[2].Value);
    }

    [GeneratedRegex("action=\"/ateliers/mobilite/bilan/sous-themes/([0-9a-f-]{36})\".*?name=\"version\" value=\"(\\d+)\"", RegexOptions.Singleline)]
    private static partial Regex HeadingForm();

    [GeneratedRegex("action=\"/ateliers/mobilite/bilan/axes/([0-9a-f-]{36})\"")]
    private static partial Regex AxisForm();

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex VersionAfterConflict();
}
