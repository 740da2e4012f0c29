using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Seminar.Host.Data;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Access;

/// <summary>Who may do what, on one screen. An endpoint that names no policy is the administrator's.</summary>
internal static class AccessPolicies
{
    public const string AdministratorRole = "administrator";

    private const string EitherScheme = "KeyOrCookie";

    public static void AddAccess(this IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(AccessKey.ReadOrCreate(data.AccessKey));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(data.CookieKeys)).SetApplicationName("Seminar");
        services.AddAntiforgery(options => SetCookie(options.Cookie, "seminar-form"));

        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? KeyAuthentication.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddCookie(options =>
            {
                SetCookie(options.Cookie, "seminar-session");
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.LoginPath = SignIn.Address;
                options.AccessDeniedPath = SignIn.Address;
                options.ReturnUrlParameter = "retour";
                options.Events.OnRedirectToLogin = RefuseOrRedirect(options.Events.OnRedirectToLogin);
            });

        services.AddAuthorizationBuilder()
            .AddPolicy(Policy.Read, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(Policy.Participate, policy => policy.RequireRole(AdministratorRole))
            .AddPolicy(Policy.Contribute, policy => policy.RequireRole(AdministratorRole))
            .AddPolicy(Policy.Lead, policy => policy.RequireRole(AdministratorRole))
            .AddPolicy(Policy.Welcome, policy => policy.RequireRole(AdministratorRole))
            .AddPolicy(Policy.Coordinate, policy => policy.RequireRole(AdministratorRole))
            .AddPolicy(Policy.Administer, policy => policy.RequireRole(AdministratorRole))
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole(AdministratorRole).Build())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(AdministratorRole).Build());
    }

    private static void SetCookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>A program gets 401; a browser gets the page that asks for the key.</summary>
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> RefuseOrRedirect(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => context =>
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            return redirect(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };
}
