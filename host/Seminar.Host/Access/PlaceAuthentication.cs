using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Seminar.Contracts.Pages;
using Seminar.Host.Modules;
using Seminar.People.Features.Sessions;

namespace Seminar.Host.Access;

/// <summary>
/// A participant's session, opened with the code of a badge or of a shared tablet. The cookie holds its identifier; whether it
/// still stands, and where the participant sits now, is asked at each request, unless nothing about people has changed since.
/// </summary>
internal sealed class PlaceAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDataProtectionProvider protection, PeopleHosting people, KnownPlaces known)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Place";
    public const string CookieName = "seminar-place";

    public static void SignIn(HttpContext context, OpenedSession session)
    {
        var cookie = Protector(context.RequestServices.GetRequiredService<IDataProtectionProvider>()).Protect(session.Id.ToString());
        context.Response.Cookies.Append(CookieName, cookie, CookieOf(context, session.ExpiresAt));
    }

    /// <summary>Ends the session that the cookie names, if there is one.</summary>
    public static async Task LeaveAsync(HttpContext context, PeopleHosting people)
    {
        if (context.Request.Cookies[CookieName] is not { } cookie)
        {
            return;
        }

        if (ReadSession(cookie, context.RequestServices.GetRequiredService<IDataProtectionProvider>()) is { } session)
        {
            await people.AskAsync(new CloseSession(session), CancellationToken.None);
        }

        context.Response.Cookies.Delete(CookieName, CookieOf(context, null));
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieName] is not { } cookie)
        {
            return AuthenticateResult.NoResult();
        }

        var version = people.Database.Version;
        if (known.Find(cookie, version, TimeProvider.GetUtcNow()) is { } remembered)
        {
            return AuthenticateResult.Success(new AuthenticationTicket(remembered, SchemeName));
        }

        if (ReadSession(cookie, protection) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        if (await people.AskAsync(new FindSession(session), Context.RequestAborted) is not { } participant)
        {
            return AuthenticateResult.Fail("La session est terminée.");
        }

        var visitor = Describe(session, participant);
        known.Keep(cookie, version, TimeProvider.GetUtcNow(), visitor);
        return AuthenticateResult.Success(new AuthenticationTicket(visitor, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(IdentityConstants.ApplicationScheme, properties);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.ForbidAsync(IdentityConstants.ApplicationScheme, properties);

    private static Guid? ReadSession(string cookie, IDataProtectionProvider protection)
    {
        try
        {
            return Guid.TryParse(Protector(protection).Unprotect(cookie), out var session) ? session : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Written with keys that are gone: as good as none.
            return null;
        }
    }

    private static ClaimsPrincipal Describe(Guid session, Participant participant)
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.ToString()));
        identity.AddClaim(new Claim(ParticipantClaims.Session, session.ToString()));
        identity.AddClaim(Visitor.ToClaim(new HeldRole(Role.Participant, participant.Workshop ?? "")));
        Add(ParticipantClaims.Badge, participant.Badge);
        Add(ParticipantClaims.Group, participant.Group);
        return new ClaimsPrincipal(identity);

        void Add(string type, int? number)
        {
            if (number is { } value)
            {
                identity.AddClaim(new Claim(type, value.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("participant-session");

    private static CookieOptions CookieOf(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        Expires = expires,
    };
}
