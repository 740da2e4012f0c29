using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.People.Features.Settings;
using Seminar.Ui;

namespace Seminar.Host.Tests.Doors;

/// <summary>A drawn page may serve several readers; what is one reader's own never does.</summary>
public sealed class Pages_kept_for_readers(OpenHouse house) : IClassFixture<OpenHouse>
{
    private static readonly (string, string)[] Someone =
    [
        ("famille", "partenaire"), ("prenom", "Prénom"), ("nom", "Nom"), ("organisation", "Partenaire 1"), ("voeu1", "mobility"),
    ];

    [Fact]
    public async Task Whoever_opens_the_public_registration_after_someone_else_can_send_it()
    {
        await OpenRegistrationAsync(true);
        using var first = house.Browse();
        // The second time, the browser has the cookie already, and gets none.
        await first.Client.GetStringAsync("/inscription");
        await first.Client.GetStringAsync("/inscription");
        using var second = house.Browse();

        using var registered = await second.SendAsync("/inscription", "/inscription", Someone);

        registered.StatusCode.Should().Be(HttpStatusCode.OK);
        PageText.Of(await registered.Content.ReadAsStringAsync()).Should().Contain("Vous êtes inscrit");
    }

    [Fact]
    public async Task A_registration_that_was_just_closed_shows_no_form()
    {
        await OpenRegistrationAsync(true);
        using var reader = house.Browse();
        await reader.Client.GetStringAsync("/inscription");
        await reader.Client.GetStringAsync("/inscription");

        await OpenRegistrationAsync(false);

        var page = await house.Browse().Client.GetStringAsync("/inscription");
        page.Should().Contain("inscriptions sont ferm").And.NotContain("<form method=\"post\" action=\"/inscription\"");
    }

    [Fact]
    public async Task Pages_of_readers_are_kept_and_none_of_them_holds_a_token_or_a_cookie()
    {
        await house.PublishAsync(true);
        using var reader = house.Browse();
        await reader.Client.GetStringAsync("/entrer");
        var kept = new List<string>();

        foreach (var address in ReadersPages())
        {
            using var drawn = await reader.Client.GetAsync(address);
            using var again = await reader.Client.GetAsync(address);
            if (again.Headers.Age is not null)
            {
                kept.Add(address);
                (await again.Content.ReadAsStringAsync()).Should().NotContain(Forms.TokenField, "{0} serves every reader", address);
                again.Headers.Contains("Set-Cookie").Should().BeFalse("{0} serves every reader", address);
            }
        }

        kept.Should().Contain(["/", "/ateliers", "/notes", "/annuaire", "/ateliers/mobilite/"]);
        kept.Should().OnlyContain(address => Declares(address), "what is kept says so where it is mapped");
    }

    [Fact]
    public async Task Someone_who_has_entered_gets_no_page_of_a_reader()
    {
        using var reader = house.Browse();
        await reader.Client.GetStringAsync("/ateliers");
        using var member = await house.TeamAsync(Role.Coordinator);

        using var page = await member.Client.GetAsync("/ateliers");

        page.Headers.Age.Should().BeNull();
        (await page.Content.ReadAsStringAsync()).Should().Contain("/sortir");
    }

    [Fact]
    public async Task No_device_keeps_what_it_shows_to_someone_who_has_entered()
    {
        var person = await house.RegisterAsync("mobility");
        using var administrator = await house.TeamAsync(Role.Administrator);

        foreach (var address in ReadersPages().Append("/emargement/mobility").Append($"/inscriptions/{person.Id}").Where(address => !address.EndsWith(".js", StringComparison.Ordinal) && !address.EndsWith(".css", StringComparison.Ordinal)))
        {
            using var answer = await administrator.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            (answer.Headers.CacheControl is { NoStore: true }).Should().BeTrue("{0} is shown to one person", address);
        }
    }

    private IEnumerable<string> ReadersPages() => house.Endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(address => !address.Contains('{') && !address.EndsWith("/flux", StringComparison.Ordinal));

    private bool Declares(string address) => house.Endpoints.Any(endpoint =>
        "/" + endpoint.RoutePattern.RawText!.TrimStart('/') == address && endpoint.Metadata.GetMetadata<KeptPage>() is not null);

    private Task<bool> OpenRegistrationAsync(bool isOpen) =>
        house.App.Services.GetRequiredService<PeopleHosting>().AskAsync(new ChangeSettings(isOpen, null, 12), CancellationToken.None);
}
