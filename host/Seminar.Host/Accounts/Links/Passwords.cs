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

    /// <param name="read">The account as it was when the right to do so was checked.</param>
    public static async Task<IReadOnlyList<Refusal>> ReplaceAsync(
        UserManager<Account> accounts, AccountChanges changes, Account read, string? password, CancellationToken cancel)
    {
        var refusals = await CheckAsync(accounts, read, password);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        return await changes.ReplacePasswordAsync(read, accounts.PasswordHasher.HashPassword(read, password!), cancel)
            ? []
            : [new Refusal("motDePasse", "Ce compte a changé entre-temps. Rien n’a été enregistré\u00A0: recommencez.")];
    }
}
