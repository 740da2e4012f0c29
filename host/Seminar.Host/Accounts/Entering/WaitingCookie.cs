using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>Between the password and the code: who waits, for a few minutes and as long as the account stays as it is.</summary>
internal static class WaitingCookie
{
    private static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    public static Task WriteAsync(HttpContext context, Account account) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(AccountCookie.StampClaim, account.SecurityStamp)], Scheme)));

    public static async Task<(Guid Account, string Stamp)?> ReadAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal is { } waiting
        && Guid.TryParse(waiting.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && waiting.FindFirstValue(AccountCookie.StampClaim) is { } stamp
            ? (account, stamp)
            : null;

    public static Task RemoveAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
