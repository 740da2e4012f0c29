using System.Net;

namespace Seminar.Host.Tests.Doors;

/// <summary>A reverse proxy holds the certificate; the program hears plain HTTP from it.</summary>
public sealed class Behind_a_proxy
{
    [Fact]
    public async Task Cookies_are_secure_and_links_are_https_when_the_named_proxy_says_so()
    {
        await using var house = new OpenHouse { Settings = ["--Seminar:Proxies=192.0.2.7, 127.0.0.0/8, ::1"] };
        await house.InitializeAsync();
        var person = await house.RegisterAsync("mobility");
        using var browser = house.Browse();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        using var form = await browser.Client.GetAsync("/entrer");
        using var place = await browser.Client.GetAsync(person.Link);

        form.Headers.GetValues("Set-Cookie").Concat(place.Headers.GetValues("Set-Cookie")).Should().HaveCountGreaterThan(2)
            .And.OnlyContain(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        using var administrator = await house.TeamAsync(Seminar.Host.Access.Role.Administrator);
        using var invitation = new HttpRequestMessage(HttpMethod.Post, "/administration/equipe")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [Forms.TokenField] = await Forms.TokenAsync(administrator.Client, "/administration/equipe"),
                ["nom"] = "Nom", ["courriel"] = "derriere@exemple.fr", ["role"] = "Coordinator", ["atelier"] = "",
            }),
        };
        invitation.Headers.Add("X-Forwarded-Proto", "https");
        using var handedOver = await administrator.Client.SendAsync(invitation);
        (await handedOver.Content.ReadAsStringAsync()).Should().Contain("<code>https://");
    }

    [Fact]
    public async Task Anyone_else_s_word_is_not_taken()
    {
        await using var house = new OpenHouse { Settings = ["--Seminar:Proxies=192.0.2.7"] };
        await house.InitializeAsync();
        using var browser = house.Browse();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var form = await browser.Client.GetAsync("/entrer");

        form.StatusCode.Should().Be(HttpStatusCode.OK);
        form.Headers.GetValues("Set-Cookie").Should().OnlyContain(cookie => !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_proxy_that_can_t_be_read_is_told_at_the_start()
    {
        await using var house = new OpenHouse { Settings = ["--Seminar:Proxies=mon-serveur"] };

        var starting = () => house.InitializeAsync().AsTask();

        (await starting.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*mon-serveur*ni une adresse*");
    }
}
