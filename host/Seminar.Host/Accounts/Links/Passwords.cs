using Microsoft.AspNetCore.Identity;
using Seminar.Contracts;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Links;

/// <summary>Replaces a password. Its rule is length: what people can remember is hard to guess only when it is long.</summary>
internal static class Passwords
{
    public const int Shortest = 12;
    public const int Distinct = 5;

    public static readonly string Rule = $"Au moins {Shortest} caractères\u00A0; une phrase convient.";

    public static async Task<IReadOnlyList<Refusal>> CheckAsync(UserManager<Account> accounts, Account account, string? password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, password ?? "")).Succeeded)
            {
                return [new Refusal("motDePasse", $"Choisissez un mot de passe d’au moins {Shortest} caractères, dont {Distinct} différents.")];
            }
        }

        return [];
    }

    public static async Task<IReadOnlyList<Refusal>> ReplaceAsync(UserManager<Account> accounts, Account account, string? password)
    {
        // Looked at first: the old one must not be gone when the new one is refused.
        var refusals = await CheckAsync(accounts, account, password);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!);
        account.FailedAttempts = 0;
        account.LockedUntil = null;
        await accounts.UpdateSecurityStampAsync(account);
        return [];
    }
}
