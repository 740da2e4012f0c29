using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Seminar.Host.Tests.Doors;

/// <summary>Entering through OpenID Connect, with a real provider.</summary>
public sealed class Another_sign_in_service : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private Provider? _provider;
    private HostProcess? _host;

    public async ValueTask InitializeAsync()
    {
        _provider = await Provider.StartAsync();
        _host = await HostProcess.StartAsync(_workspace.Data, environment:
        [
            ("OpenIdConnect__Authority", _provider.Address), ("OpenIdConnect__ClientId", "seminar"),
            ("OpenIdConnect__ClientSecret", "un secret de test"), ("OpenIdConnect__Name", "Annuaire régional"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _provider!.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Who_was_invited_enters_and_who_was_not_is_told_so()
    {
        using var administrator = new Browser(_host!.Anonymous.BaseAddress!);
        await administrator.CreateFirstAccountAsync(_host.FirstAccount!);
        await administrator.InviteAsync("invitee@exemple.fr", "Coordinator");

        _provider!.Person = new Person("sujet-1", "invitee@exemple.fr", IsVerified: true);
        using var invited = new Browser(_host.Anonymous.BaseAddress!);
        (await EnterAsync(invited)).Headers.Location!.OriginalString.Should().Be("/compte");
        PageText.Of(await invited.Client.GetStringAsync("/compte")).Should().Contain("invitee@exemple.fr");

        // Known from now on, even under another address.
        _provider.Person = new Person("sujet-1", "nouvelle-adresse@exemple.fr", IsVerified: true);
        using var again = new Browser(_host.Anonymous.BaseAddress!);
        (await EnterAsync(again)).StatusCode.Should().Be(HttpStatusCode.SeeOther);

        _provider.Person = new Person("sujet-2", "inconnue@exemple.fr", IsVerified: true);
        using var unknown = new Browser(_host.Anonymous.BaseAddress!);
        PageText.Of(await (await EnterAsync(unknown)).Content.ReadAsStringAsync()).Should().Contain("aucun compte n’est ouvert ici à cette adresse");

        _provider.Person = new Person("sujet-3", Browser.Email, IsVerified: false);
        using var pretender = new Browser(_host.Anonymous.BaseAddress!);
        (await EnterAsync(pretender)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "an address that nobody verified could be anyone's");
    }

    [Fact]
    public async Task A_forged_answer_opens_nothing()
    {
        using var browser = new Browser(_host!.Anonymous.BaseAddress!);

        using var answer = await browser.Client.GetAsync("/entrer/autre-service/reponse?code=invente&state=invente");

        answer.Headers.Location!.OriginalString.Should().EndWith("/entrer/autre-service/refus");
        PageText.Of(await (await browser.Client.GetAsync("/entrer/autre-service/refus")).Content.ReadAsStringAsync()).Should().Contain("ne vous a pas laissé entrer");
    }

    /// <summary>From the button through the provider and back, as a browser follows it.</summary>
    private static async Task<HttpResponseMessage> EnterAsync(Browser browser)
    {
        var answer = await browser.SendAsync("/entrer", "/entrer/autre-service", ("retour", "/compte"));
        for (var hop = 0; hop < 8 && answer.Headers.Location is { } next && next.OriginalString != "/compte"; hop++)
        {
            answer = await browser.Client.GetAsync(next);
        }

        return answer;
    }
}

/// <summary>Who the provider says is sitting in front of it.</summary>
internal sealed record Person(string Subject, string Email, bool IsVerified);

/// <summary>A real OpenID Connect provider (OpenIddict), where whoever comes is signed in already.</summary>
internal sealed class Provider(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public Person Person { get; set; } = new("", "", false);

    public static async Task<Provider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes(Scopes.Email);
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != "seminar" || context.RedirectUri?.EndsWith("/entrer/autre-service/reponse", StringComparison.Ordinal) != true)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != "seminar" || context.ClientSecret != "un secret de test")
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
        });
        builder.Services.AddAuthorization();
        var app = builder.Build();
        var provider = new Provider(app);
        app.UseAuthentication();
        app.MapGet("/authorize", (Delegate)provider.Authorize);
        app.MapGet("/userinfo", (Delegate)provider.TellAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Authorize(HttpContext context)
    {
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.Email, Person.Email).SetClaim(Claims.EmailVerified, Person.IsVerified);
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task<IResult> TellAsync(HttpContext context)
    {
        var token = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return Results.Json(new Dictionary<string, object>
        {
            [Claims.Subject] = token.Principal!.GetClaim(Claims.Subject)!, [Claims.Email] = Person.Email, [Claims.EmailVerified] = Person.IsVerified,
        });
    }
}
