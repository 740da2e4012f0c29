using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;

namespace Seminar.Host.Tests.Doors;

/// <summary>Another site makes the browser of someone who has entered ask for something: it is refused everywhere, without a list of places.</summary>
public sealed class Forged_requests(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public async Task Every_endpoint_that_changes_something_asks_an_account_s_cookie_for_proof()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);
        var calls = Calls().ToList();
        calls.Count.Should().BeGreaterThan(100);

        var open = new List<string>();
        foreach (var (method, address) in calls.Where(call => call.Address != "/sortir").Append(("POST", "/sortir")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent("{}", null, "application/json") };
            using var answer = await administrator.Client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.BadRequest || !(await answer.Content.ReadAsStringAsync()).Contains("Formulaire refus", StringComparison.Ordinal))
            {
                open.Add($"{method} {address}: {(int)answer.StatusCode}");
            }
        }

        open.Should().BeEmpty();
    }

    [Fact]
    public async Task A_participant_s_cookie_is_asked_too()
    {
        using var participant = await house.ParticipantAsync("mobility");

        using var forged = await participant.Client.PostAsync("/ateliers/mobilite/tableau/presence", null);
        using var plain = new HttpRequestMessage(HttpMethod.Post, "/ateliers/mobilite/tableau/presence");
        plain.Headers.Add(ForgeryGuard.OwnHeader, "1");
        using var own = await participant.Client.SendAsync(plain);

        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        own.StatusCode.Should().NotBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_program_with_the_key_shows_nothing_more_and_neither_does_a_stranger()
    {
        using var program = house.Browse();
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", house.App.Services.GetRequiredService<AccessKey>().Text);
        using var made = await program.Client.PostAsync("/api/first-account-links", null);
        using var stranger = house.Browse();
        using var begun = await stranger.Client.PostAsync("/api/preparations?format=csv", null);

        made.StatusCode.Should().Be(HttpStatusCode.OK);
        begun.StatusCode.Should().Be(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_form_of_this_site_is_taken_by_pages_that_bind_nothing()
    {
        using var administrator = await house.TeamAsync(Role.Administrator);

        using var settings = await administrator.SendAsync("/inscriptions/reglages", "/inscriptions/reglages/anonymisation");
        using var order = new HttpRequestMessage(HttpMethod.Post, "/api/first-account-links");
        order.Headers.Add("RequestVerificationToken", await Forms.TokenAsync(administrator.Client, "/compte"));
        using var made = await administrator.Client.SendAsync(order);

        settings.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        made.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private IEnumerable<(string Method, string Address)> Calls() =>
        from endpoint in house.Endpoints
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["POST"]
        where method is not ("GET" or "HEAD" or "OPTIONS")
        select (method, AddressOf(endpoint.RoutePattern));

    private static string AddressOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "workshop" } => "mobility",
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }] } => "1",
            RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => Guid.Empty.ToString(),
            _ => "nulle-part",
        }))));
}
