using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Seminar.Host.Access;

/// <summary>Programs sign in with <c>Authorization: Bearer &lt;key&gt;</c>.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKey key)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    private const string Prefix = "Bearer ";

    private static readonly ClaimsPrincipal Administrator =
        new(new ClaimsIdentity([Visitor.ToClaim(new HeldRole(Role.Administrator, null))], SchemeName));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(key.Is(header[Prefix.Length..])
            ? AuthenticateResult.Success(new AuthenticationTicket(Administrator, SchemeName))
            : AuthenticateResult.Fail("La clé n’est pas la bonne."));
    }
}
