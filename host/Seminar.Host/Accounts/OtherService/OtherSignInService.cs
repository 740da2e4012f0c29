using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Seminar.Host.Accounts.OtherService;

/// <summary>
/// Any OpenID Connect provider, by its discovery address: the section <c>OpenIdConnect</c> of the configuration
/// (<c>Authority</c>, <c>ClientId</c>, <c>ClientSecret</c>, <c>Name</c>). Absent, nothing of it is loaded.
/// </summary>
internal sealed record OtherSignInService(string? Name)
{
    public const string Scheme = "OtherService";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("OpenIdConnect");
        if (section["Authority"] is not { Length: > 0 } authority)
        {
            services.AddSingleton(new OtherSignInService((string?)null));
            return;
        }

        services.AddSingleton(new OtherSignInService(section["Name"] ?? new Uri(authority).Host));
        services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, section, authority));
    }

    private static void Configure(OpenIdConnectOptions options, IConfigurationSection section, string authority)
    {
        options.Authority = authority;
        options.ClientId = section["ClientId"];
        options.ClientSecret = section["ClientSecret"];
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.CallbackPath = "/entrer/autre-service/reponse";
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a plain visit: cookies that a browser keeps on a site without HTTPS go with it.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/entrer/autre-service/refus");
            return Task.CompletedTask;
        };
    }
}
