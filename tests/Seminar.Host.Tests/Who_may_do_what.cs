using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Startup;

namespace Seminar.Host.Tests;

/// <summary>Every endpoint of host and plugins names who may use it, and holds to it.</summary>
public sealed class Who_may_do_what(SampleHost sample) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Every_endpoint_names_its_policy()
    {
        using var workspace = new Workspace();
        await using var app = SeminarHost.Build(new SeminarOptions(workspace.Data, HostProcess.ThemesFolder, Path.Combine(HostProcess.ProgramFolder, "seeds"), Empty: true, []));
        await app.OpenAsync(CancellationToken.None);

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        endpoints.Should().HaveCountGreaterThan(40);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_endpoint_that_writes_refuses_a_stranger()
    {
        using var workspace = new Workspace();
        await using var app = SeminarHost.Build(new SeminarOptions(workspace.Data, HostProcess.ThemesFolder, Path.Combine(HostProcess.ProgramFolder, "seeds"), Empty: true, []));
        await app.OpenAsync(CancellationToken.None);
        var writing = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, endpoint)))
            .Where(each => each.method is not "GET" and not "HEAD")
            .Select(each => (each.method, address: "/" + each.endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{key}", "mobility", StringComparison.Ordinal)))
            .Where(each => each.address is not "/entrer" and not "/sortir")
            .ToList();

        writing.Should().HaveCountGreaterThan(8);
        foreach (var (method, address) in writing)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = address.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]) };
            using var answer = await sample.Host.Anonymous.SendAsync(request);

            ((int)answer.StatusCode).Should().BeOneOf([302, 401], "{0} {1} must not be open to a stranger", method, address);
        }
    }

    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_the_administrators()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        using var stranger = await host.Anonymous.GetAsync("/ateliers/sound/ouvert-a-personne");
        using var administrator = await host.Administrator.GetAsync("/ateliers/sound/ouvert-a-personne");

        stranger.StatusCode.Should().Be(HttpStatusCode.Redirect);
        administrator.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_opens_a_session_and_a_wrong_one_does_not()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = sample.Host.Anonymous.BaseAddress };

        using var refused = await SignInAsync(browser, "00000000000000000000000000000000", "/administration");
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await browser.GetAsync("/administration")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var accepted = await SignInAsync(browser, sample.Host.Key, "/administration");
        accepted.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await browser.GetAsync("/administration")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://ailleurs.example")]
    [InlineData("//ailleurs.example")]
    [InlineData("/\\ailleurs.example")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = sample.Host.Anonymous.BaseAddress };

        using var answer = await SignInAsync(browser, sample.Host.Key, returnTo);

        answer.Headers.Location!.OriginalString.Should().Be("/administration");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var answer = await sample.Host.Administrator.PostAsync("/administration/thematiques/mobility", new FormUrlEncodedContent([KeyValuePair.Create("active", "false")]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain("Formulaire refusé");
        (await sample.Host.Anonymous.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string key, string returnTo)
    {
        var token = await Forms.TokenAsync(browser, "/entrer");
        return await browser.PostAsync("/entrer", new FormUrlEncodedContent(
            [KeyValuePair.Create("cle", key), KeyValuePair.Create("retour", returnTo), KeyValuePair.Create(Forms.TokenField, token)]));
    }
}
