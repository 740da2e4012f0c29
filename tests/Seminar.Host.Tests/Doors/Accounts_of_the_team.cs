using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using Seminar.Host.Access;
using Seminar.Host.Accounts.FirstAccount;

namespace Seminar.Host.Tests.Doors;

/// <summary>The team's accounts, from the first one to the last.</summary>
public sealed class Accounts_of_the_team(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public async Task The_first_link_creates_an_administrator_once()
    {
        var link = house.App.Services.GetRequiredService<FirstAccountLink>().Make();
        using var first = house.Browse();
        using var second = house.Browse();

        using var created = await first.SendAsync(link, "/premier-compte", ("jeton", link.Split('=')[1]), ("nom", "Première"), ("courriel", "premiere@exemple.fr"), ("motDePasse", Browser.Password));
        using var again = await second.Client.GetAsync(link);

        created.Headers.Location!.OriginalString.Should().Be("/administration");
        (await first.Client.GetAsync("/administration/equipe")).StatusCode.Should().Be(HttpStatusCode.OK);
        again.StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_weak_password_or_a_wrong_address_is_refused_and_the_link_stays_good()
    {
        var link = house.App.Services.GetRequiredService<FirstAccountLink>().Make();
        using var browser = house.Browse();

        using var refused = await browser.SendAsync(link, "/premier-compte", ("jeton", link.Split('=')[1]), ("nom", "Nom gardé"), ("courriel", "pas une adresse"), ("motDePasse", "court"));
        var page = PageText.Of(await refused.Content.ReadAsStringAsync());

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Should().Contain("Cette adresse n’est pas complète").And.Contain("au moins 12 caractères");
        (await refused.Content.ReadAsStringAsync()).Should().Contain("value=\"Nom gard");
        (await browser.Client.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_invited_person_chooses_a_password_once_and_has_the_rights_of_the_role()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var link = await administrator.InviteAsync("animation@exemple.fr", "Facilitator", "mobility");
        using var invited = house.Browse();

        (await invited.Client.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var chosen = await invited.ChoosePasswordAsync(link, "une autre phrase longue");
        chosen.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var again = await invited.ChoosePasswordAsync(link, "encore une autre phrase");
        again.StatusCode.Should().Be(HttpStatusCode.Gone);

        using var entered = await invited.EnterAsync("animation@exemple.fr", "une autre phrase longue");
        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await invited.Client.GetAsync("/administration/equipe")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Watch(invited, "mobilite")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "the form is read, and empty");
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_click()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        using var facilitator = await house.TeamAsync(Role.Facilitator, "mobility");
        (await facilitator.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.OK);
        var account = await AccountOfAsync(administrator, "Facilitator-mobility");

        using var taken = await administrator.SendAsync("/administration", $"/administration/equipe/{account}/roles/retrait", ("role", "Facilitator"), ("atelier", "mobility"));

        taken.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await facilitator.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_can_t_come_back()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        using var rapporteur = await house.TeamAsync(Role.Rapporteur, "guidance");
        var account = await AccountOfAsync(administrator, "Rapporteur-guidance");

        await administrator.SendAsync("/administration", $"/administration/equipe/{account}/fermeture", ("ferme", "true"));

        (await rapporteur.Client.GetAsync("/compte")).Headers.Location!.OriginalString.Should().Contain("/entrer");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var link = await administrator.InviteAsync("verrou@exemple.fr", "Coordinator");
        using var browser = house.Browse();
        await browser.ChoosePasswordAsync(link, Browser.Password);

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.EnterAsync("verrou@exemple.fr", $"mauvais {i}");
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var right = await browser.EnterAsync("verrou@exemple.fr", Browser.Password);
        right.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        PageText.Of(await right.Content.ReadAsStringAsync()).Should().Contain("bloqué pour un quart d’heure");
    }

    [Fact]
    public async Task The_last_administrator_can_t_be_closed()
    {
        await using var alone = new OpenHouse();
        await alone.InitializeAsync();
        using var administrator = await alone.TeamAsync(Role.Administrator);
        var account = await AccountOfAsync(administrator, "Administrator-tous");

        using var answer = await administrator.SendAsync("/administration", $"/administration/equipe/{account}/fermeture", ("ferme", "true"));

        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain("dernier administrateur");
        (await administrator.Client.GetAsync("/administration")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_does_not_open()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var link = await administrator.InviteAsync("deux-facteurs@exemple.fr", "Coordinator");
        using var browser = house.Browse();
        await browser.ChoosePasswordAsync(link, Browser.Password);
        await browser.EnterAsync("deux-facteurs@exemple.fr", Browser.Password);
        var enrol = await browser.Client.GetStringAsync("/compte/second-facteur");
        var totp = new Totp(Base32Encoding.ToBytes(System.Text.RegularExpressions.Regex.Match(enrol, "secret=([A-Z2-7]+)").Groups[1].Value));
        using var activated = await browser.SendAsync("/compte/second-facteur", "/compte/second-facteur", ("code", totp.ComputeTotp()));
        var recovery = System.Text.RegularExpressions.Regex.Match(await activated.Content.ReadAsStringAsync(), "<li><code>([^<]+)</code>").Groups[1].Value;

        using var elsewhere = house.Browse();
        using var half = await elsewhere.EnterAsync("deux-facteurs@exemple.fr", Browser.Password, "/compte");
        half.Headers.Location!.OriginalString.Should().StartWith("/entrer/second-facteur");
        (await elsewhere.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var wrong = await elsewhere.SendAsync("/entrer/second-facteur", "/entrer/second-facteur", ("code", "000000"));
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var right = await elsewhere.SendAsync("/entrer/second-facteur", "/entrer/second-facteur", ("code", totp.ComputeTotp(DateTime.UtcNow.AddSeconds(30))), ("retour", "/compte"));
        right.Headers.Location!.OriginalString.Should().Be("/compte");
        (await elsewhere.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.OK);

        using var withoutPhone = house.Browse();
        await withoutPhone.EnterAsync("deux-facteurs@exemple.fr", Browser.Password);
        using var rescued = await withoutPhone.SendAsync("/entrer/second-facteur", "/entrer/second-facteur", ("code", recovery));
        rescued.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("https://ailleurs.example")]
    [InlineData("//ailleurs.example")]
    [InlineData("/\\ailleurs.example")]
    public async Task Entering_never_leads_to_another_site(string returnTo)
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var link = await administrator.InviteAsync($"{Guid.NewGuid():N}@exemple.fr", "Coordinator");
        using var browser = house.Browse();
        var email = System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode(await browser.Client.GetStringAsync(link)), "Pour le compte ([^ ]+)\\. ").Groups[1].Value;
        await browser.ChoosePasswordAsync(link, Browser.Password);

        using var answer = await browser.EnterAsync(email, Browser.Password, returnTo);

        answer.Headers.Location!.OriginalString.Should().Be("/");
    }

    [Theory]
    [InlineData("/annuaire?ou=Sète", "/annuaire?ou=S%C3%A8te")]
    [InlineData("/annuaire?q=aide à l’emploi", "/annuaire?q=aide%20%C3%A0%20l%E2%80%99emploi")]
    [InlineData("/annuaire?q=d%C3%A9j%C3%A0", "/annuaire?q=d%C3%A9j%C3%A0")]
    public async Task Entering_leads_back_to_an_address_with_accents(string returnTo, string location)
    {
        var (_, email) = await house.MemberAsync(Role.Coordinator);
        using var browser = house.Browse();

        using var answer = await browser.EnterAsync(email, Browser.Password, returnTo);

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.Should().Be(location);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var browser = house.Browse();
        using var form = await browser.Client.GetAsync("/entrer");
        var cookies = form.Headers.GetValues("Set-Cookie").ToList();

        cookies.Should().HaveCount(2).And.OnlyContain(cookie => cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=", StringComparison.OrdinalIgnoreCase));
    }

    private static Task<HttpResponseMessage> Watch(Browser browser, string slug) => browser.SendAsync("/compte", $"/ateliers/{slug}/veille");

    private static async Task<string> AccountOfAsync(Browser administrator, string name)
    {
        var page = await administrator.Client.GetStringAsync("/administration/equipe");
        return System.Text.RegularExpressions.Regex.Match(page, $"/administration/equipe/([0-9a-f-]+)\">{name.Split('-')[0]}<").Groups[1].Value;
    }
}
