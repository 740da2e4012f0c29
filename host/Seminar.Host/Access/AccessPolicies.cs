using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Seminar.Host.Data;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Access;

/// <summary>The ways in (key, account, participant's session) and the policies, which all ask <see cref="AccessTable"/>.</summary>
internal static class AccessPolicies
{
    private const string AnyScheme = "KeyOrAccountOrPlace";

    public static void AddAccess(this IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(AccessKey.ReadOrCreate(data.AccessKey));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(data.CookieKeys)).SetApplicationName("Seminar");
        services.AddAntiforgery(options => SetCookie(options.Cookie, "seminar-form", SameSiteMode.Strict));

        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, PlaceAuthentication>(PlaceAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, AccountCookie.Configure)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                SetCookie(options.Cookie, "seminar-second-step", SameSiteMode.Strict);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddCookie(IdentityConstants.ExternalScheme, options =>
            {
                SetCookie(options.Cookie, "seminar-other-service", SameSiteMode.Lax);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });

        services.AddSingleton<KnownPlaces>();
        services.AddSingleton<IAuthorizationHandler, AccessDecision>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var rule in AccessTable.Rules)
        {
            policies.AddPolicy(rule.Policy, policy => policy.AddRequirements(new AccessRequirement(rule)));
        }

        var strictest = new AuthorizationPolicyBuilder().AddRequirements(new AccessRequirement(AccessTable.Of(Policy.Administer))).Build();
        policies.SetDefaultPolicy(strictest).SetFallbackPolicy(strictest);
    }

    /// <summary>
    /// Secure wherever the page came over HTTPS: a Mission Locale that tries the program on plain HTTP in its own network could
    /// otherwise not sign in at all.
    /// </summary>
    public static void SetCookie(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }

    /// <summary>A team member who opened a badge's link on their own telephone stays a team member.</summary>
    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization") ? KeyAuthentication.SchemeName
        : !context.Request.Cookies.ContainsKey(AccountCookie.Name) && context.Request.Cookies.ContainsKey(PlaceAuthentication.CookieName) ? PlaceAuthentication.SchemeName
        : IdentityConstants.ApplicationScheme;
}
