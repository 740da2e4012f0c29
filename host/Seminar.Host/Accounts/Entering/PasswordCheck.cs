using Microsoft.AspNetCore.Identity;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

internal static class PasswordCheck
{
    /// <summary>An unknown address costs the time of a check too, so that the answer's delay tells nothing.</summary>
    public static async Task<SignInResult> TryAsync(SignInManager<Account> signIn, string? email, string? password)
    {
        var account = string.IsNullOrWhiteSpace(email) ? null : await signIn.UserManager.FindByEmailAsync(email.Trim());
        if (account is not { ClosedAt: null, PasswordHash: not null })
        {
            _ = signIn.UserManager.PasswordHasher.HashPassword(new Account(), password ?? "");
            return SignInResult.Failed;
        }

        return await signIn.PasswordSignInAsync(account, password ?? "", isPersistent: false, lockoutOnFailure: true);
    }
}
