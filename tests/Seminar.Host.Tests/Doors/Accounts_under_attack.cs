using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Store;
using Seminar.Storage;

namespace Seminar.Host.Tests.Doors;

/// <summary>What someone does who has an address, a copy of a cookie, a code seen over a shoulder or an old link, but not the account.</summary>
public sealed partial class Accounts_under_attack(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string SecondStepAddress = "/entrer/second-facteur";

    [Fact]
    public async Task Closing_an_account_holds_whatever_wrong_passwords_are_in_flight()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var (member, email) = await house.MemberAsync(Role.Rapporteur, "guidance");
        var account = await AccountOfAsync(email);

        await WhileWrongPasswordsFlyAsync(email, () =>
            administrator.SendAsync("/administration", $"/administration/equipe/{account}/fermeture", ("ferme", "true")));

        (await RowAsync(email)).ClosedAt.Should().NotBeNull();
        (await member.Client.GetAsync("/compte")).Headers.Location!.OriginalString.Should().Contain("/entrer");
        using var again = await house.Browse().EnterAsync(email, Browser.Password);
        again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_password_holds_whatever_wrong_passwords_are_in_flight()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var (_, email) = await house.MemberAsync(Role.Coordinator);
        var link = await LinkForAsync(administrator, email);
        using var owner = house.Browse();

        await WhileWrongPasswordsFlyAsync(email, () => owner.ChoosePasswordAsync(link, "une phrase toute neuve"));
        await ForgetAttemptsAsync();

        using var old = await house.Browse().EnterAsync(email, Browser.Password);
        old.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var right = await house.Browse().EnterAsync(email, "une phrase toute neuve");
        right.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Twenty_passwords_at_once_are_five_attempts_like_any_others()
    {
        var (_, email) = await house.MemberAsync(Role.Coordinator);
        var answers = await AtOnceAsync(20, (browser, number) => browser.EnterAsync(email, $"mauvais {number}"));

        answers.Count(answer => answer.Contains("n’est pas le bon")).Should().Be(AddressAttempts.Most);
        answers.Count(answer => answer.Contains("bloqué pour un quart d’heure")).Should().Be(20 - AddressAttempts.Most);
    }

    [Fact]
    public async Task An_address_without_account_is_answered_like_one_with()
    {
        var (_, known) = await house.MemberAsync(Role.Coordinator);
        var unknown = $"{Guid.NewGuid():N}@exemple.fr";

        foreach (var attempt in Enumerable.Range(0, AddressAttempts.Most + 2))
        {
            var answers = new List<string>();
            foreach (var email in new[] { known, unknown })
            {
                using var browser = house.Browse();
                using var answer = await browser.EnterAsync(email, $"mauvais {attempt}");
                answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
                answers.Add(PageText.Of(await answer.Content.ReadAsStringAsync()));
            }

            answers[1].Should().Be(answers[0]);
        }
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_once_its_owner_has_left()
    {
        using var member = await house.TeamAsync(Role.Coordinator);
        using var thief = house.Browse();
        thief.Take(member, AccountCookie.Name);
        (await thief.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.OK);

        (await member.SendAsync("/compte", "/sortir")).StatusCode.Should().Be(HttpStatusCode.SeeOther);

        (await thief.Client.GetAsync("/compte")).Headers.Location!.OriginalString.Should().Contain("/entrer");
    }

    [Fact]
    public async Task A_copy_of_a_participant_s_cookie_opens_nothing_once_they_left_or_entered_as_team()
    {
        var (_, email) = await house.MemberAsync(Role.Coordinator);
        using var participant = await house.ParticipantAsync("mobility");
        using var thief = house.Browse();
        thief.Take(participant, PlaceAuthentication.CookieName);
        (await thief.Client.GetAsync("/ma-place/mobility")).StatusCode.Should().Be(HttpStatusCode.OK);

        await participant.EnterAsync(email, Browser.Password);

        (await thief.Client.GetAsync("/ma-place/mobility")).Headers.Location!.OriginalString.Should().Contain("/entrer");
    }

    [Fact]
    public async Task Leaving_ends_one_session_and_not_those_on_other_devices()
    {
        var (here, email) = await house.MemberAsync(Role.Coordinator);
        using var there = house.Browse();
        await there.EnterAsync(email, Browser.Password);

        await here.SendAsync("/compte", "/sortir");

        (await there.Client.GetAsync("/compte")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_of_the_telephone_opens_once()
    {
        var (email, totp, _) = await WithSecondFactorAsync();
        var code = totp.ComputeTotp(DateTime.UtcNow.AddSeconds(30));

        var answers = await AtOnceAsync(4, async (browser, _) =>
        {
            await browser.EnterAsync(email, Browser.Password);
            return await browser.SendAsync(SecondStepAddress, SecondStepAddress, ("code", code));
        });

        answers.Count(answer => answer.Length == 0).Should().Be(1, "one is let in, to an answer without a page");
    }

    [Fact]
    public async Task A_recovery_code_opens_once_even_when_it_is_sent_four_times_at_once()
    {
        var (email, _, codes) = await WithSecondFactorAsync();

        var answers = await AtOnceAsync(4, async (browser, _) =>
        {
            await browser.EnterAsync(email, Browser.Password);
            return await browser.SendAsync(SecondStepAddress, SecondStepAddress, ("code", codes[0]));
        });

        answers.Count(answer => answer.Length == 0).Should().Be(1);
    }

    [Fact]
    public async Task Recovery_codes_are_not_tried_without_limit_and_none_opens_while_the_account_is_blocked()
    {
        var (email, totp, codes) = await WithSecondFactorAsync();
        using var thief = house.Browse();
        await thief.EnterAsync(email, Browser.Password);
        for (var i = 0; i < AddressAttempts.Most; i++)
        {
            using var wrong = await thief.SendAsync(SecondStepAddress, SecondStepAddress, ("code", $"AAAAA-BBBB{i}"));
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var right = await thief.SendAsync(SecondStepAddress, SecondStepAddress, ("code", codes[1]));
        using var rightToo = await thief.SendAsync(SecondStepAddress, SecondStepAddress, ("code", totp.ComputeTotp(DateTime.UtcNow.AddSeconds(30))));

        PageText.Of(await right.Content.ReadAsStringAsync()).Should().Contain("bloqué pour un quart d’heure");
        rightToo.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_knows_the_password_and_waits_for_the_code_waits_in_vain_once_the_password_has_changed()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var (email, _, codes) = await WithSecondFactorAsync();
        using var thief = house.Browse();
        await thief.EnterAsync(email, Browser.Password);
        await house.Browse().ChoosePasswordAsync(await LinkForAsync(administrator, email), "une phrase toute neuve");

        using var late = await thief.Client.GetAsync(SecondStepAddress);

        late.Headers.Location!.OriginalString.Should().Be("/entrer");
        codes.Should().HaveCount(8);
    }

    [Fact]
    public async Task A_second_factor_that_was_taken_away_does_not_come_back_with_the_old_telephone()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var (email, _, _) = await WithSecondFactorAsync();
        var old = (await RowAsync(email)).AuthenticatorKey!;
        await administrator.SendAsync("/administration", $"/administration/equipe/{await AccountOfAsync(email)}/second-facteur");
        using var owner = house.Browse();
        await owner.EnterAsync(email, Browser.Password);

        var page = await owner.Client.GetStringAsync("/compte/second-facteur");

        page.Should().Contain("secret=").And.NotContain(old);
    }

    [Fact]
    public async Task The_newest_link_alone_is_good_and_none_after_a_new_password_or_a_closing()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var (owner, email) = await house.MemberAsync(Role.Coordinator);
        var first = await LinkForAsync(administrator, email);
        var second = await LinkForAsync(administrator, email);
        (await house.Browse().Client.GetAsync(first)).StatusCode.Should().Be(HttpStatusCode.Gone);
        (await house.Browse().Client.GetAsync(second)).StatusCode.Should().Be(HttpStatusCode.OK);

        await owner.SendAsync("/compte", "/compte/mot-de-passe-actuel", ("actuel", Browser.Password), ("motDePasse", "une phrase toute neuve"));
        (await house.Browse().Client.GetAsync(second)).StatusCode.Should().Be(HttpStatusCode.Gone);

        var third = await LinkForAsync(administrator, email);
        var account = await AccountOfAsync(email);
        await administrator.SendAsync("/administration", $"/administration/equipe/{account}/fermeture", ("ferme", "true"));
        await administrator.SendAsync("/administration", $"/administration/equipe/{account}/fermeture", ("ferme", "false"));
        (await house.Browse().Client.GetAsync(third)).StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_link_used_twice_at_once_sets_one_password()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var link = await administrator.InviteAsync($"{Guid.NewGuid():N}@exemple.fr", "Coordinator");

        var answers = await AtOnceAsync(4, (browser, number) => browser.ChoosePasswordAsync(link, $"une phrase assez longue {number}"));

        answers.Count(answer => answer.Length == 0).Should().Be(1);
    }

    [Fact]
    public async Task One_address_invited_twice_at_once_is_one_account()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var email = $"{Guid.NewGuid():N}@exemple.fr";
        var token = await Forms.TokenAsync(administrator.Client, "/administration/equipe");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [Forms.TokenField] = token, ["nom"] = "Nom", ["courriel"] = email, ["role"] = "Coordinator", ["atelier"] = "",
            });
            using var answer = await administrator.Client.PostAsync("/administration/equipe", form);
            return answer.StatusCode;
        }));

        statuses.Should().ContainSingle(status => status == HttpStatusCode.OK);
        statuses.Should().OnlyContain(status => status == HttpStatusCode.OK || status == HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>Each from a device of its own, all at once; an answer that leads elsewhere has no text.</summary>
    private async Task<IReadOnlyList<string>> AtOnceAsync(int many, Func<Browser, int, Task<HttpResponseMessage>> ask) =>
        await Task.WhenAll(Enumerable.Range(0, many).Select(async number =>
        {
            using var browser = house.Browse();
            using var answer = await ask(browser, number);
            return answer.StatusCode == HttpStatusCode.SeeOther ? "" : PageText.Of(await answer.Content.ReadAsStringAsync());
        }));

    private async Task WhileWrongPasswordsFlyAsync(string email, Func<Task<HttpResponseMessage>> change)
    {
        var flying = AtOnceAsync(24, (browser, number) => browser.EnterAsync(email, $"mauvais {number}"));
        using var answer = await change();
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        await flying;
    }

    private async Task<(string Email, Totp Totp, IReadOnlyList<string> Codes)> WithSecondFactorAsync()
    {
        var (owner, email) = await house.MemberAsync(Role.Coordinator);
        var totp = new Totp(Base32Encoding.ToBytes(Secret().Match(await owner.Client.GetStringAsync("/compte/second-facteur")).Groups[1].Value));
        using var activated = await owner.SendAsync("/compte/second-facteur", "/compte/second-facteur", ("code", totp.ComputeTotp()));
        return (email, totp, [.. Recovery().Matches(await activated.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value)]);
    }

    private async Task<string> LinkForAsync(Browser administrator, string email)
    {
        using var answer = await administrator.SendAsync("/administration", $"/administration/equipe/{await AccountOfAsync(email)}/lien");
        return WebUtility.HtmlDecode(Link().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    private async Task<Guid> AccountOfAsync(string email) => (await RowAsync(email)).Id;

    private async Task<Account> RowAsync(string email) =>
        (await house.App.Services.GetRequiredService<AccountStore>().FindByEmailAsync(email.ToUpperInvariant(), CancellationToken.None))!;

    private Task<int> ForgetAttemptsAsync() => Accounts.WriteAsync(connection => connection.Execute("DELETE FROM entry_attempt"), CancellationToken.None);

    private ModuleDatabase Accounts => house.App.Services.GetRequiredService<AccountsDatabase>().Database;

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Recovery();

    [GeneratedRegex("<code>https?://[^/]+(/compte/mot-de-passe[^<]+)</code>")]
    private static partial Regex Link();
}
