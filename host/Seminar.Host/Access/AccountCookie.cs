using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Access;

/// <summary>The session of a team member. The cookie says who; what they may do is looked up at each request.</summary>
internal static class AccountCookie
{
    public const string Name = "seminar-session";

    public const string StampClaim = "seminar:stamp";

    private const string SessionClaim = "seminar:account-session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        // Lax, not Strict: who comes back from another sign-in service, or from a link in a message, is signed in at once.
        AccessPolicies.SetCookie(options.Cookie, Name, SameSiteMode.Lax);
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = EnteringEndpoints.Address;
        options.ReturnUrlParameter = "retour";
        options.Events.OnValidatePrincipal = RefreshAsync;
        options.Events.OnRedirectToLogin = RefuseOrRedirect(options.Events.OnRedirectToLogin);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public static ClaimsPrincipal Describe(Guid account, string name, string stamp, Guid session, IEnumerable<HeldRole> roles) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.ToString()),
                new Claim(ClaimTypes.Name, name),
                new Claim(StampClaim, stamp),
                new Claim(SessionClaim, session.ToString()),
                .. roles.Select(Visitor.ToClaim),
            ],
            IdentityConstants.ApplicationScheme));

    /// <summary>The session that a visitor of the team came with; null for anyone else.</summary>
    public static Guid? SessionOf(ClaimsPrincipal visitor) =>
        Guid.TryParse(visitor.FindFirstValue(SessionClaim), out var session) ? session : null;

    private static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<AccountDirectory>();
        var accounts = await directory.ReadAsync(context.HttpContext.RequestAborted);
        if (context.Principal is not { } visitor
            || Visitor.AccountOf(visitor) is not { } id
            || !accounts.TryGetValue(id, out var account)
            || account.IsClosed
            || account.Stamp != visitor.FindFirstValue(StampClaim)
            || SessionOf(visitor) is not { } session
            || !account.HasSession(session, context.Options.TimeProvider!.GetUtcNow()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(Describe(id, account.Name, account.Stamp, session, account.Roles));
    }

    /// <summary>A program, or a page's own script, gets 401; a browser gets the page that lets one enter.</summary>
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> RefuseOrRedirect(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => context =>
    {
        if (!context.Request.Path.StartsWithSegments("/api") && !context.Request.Headers.ContainsKey(ForgeryGuard.OwnHeader))
        {
            return redirect(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };
}
