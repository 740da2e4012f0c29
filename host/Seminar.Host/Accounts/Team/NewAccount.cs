using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Team;

/// <summary>Checks and saves a new account with its first role.</summary>
internal sealed class NewAccount(UserManager<Account> users, AccountChanges changes, RoleRegister roles, TimeProvider clock)
{
    private static readonly Refusal Taken = new("courriel", "Cette adresse a déjà un compte.");

    public async Task<(Account Account, IReadOnlyList<Refusal> Refusals)> CheckAsync(AccountForm form, CancellationToken cancel)
    {
        var rules = new FormRules();
        var name = rules.Text("nom", form.Name, 100, "un nom");
        var email = rules.Text("courriel", form.Email, 200, "une adresse électronique");
        var refusals = rules.Outcome.Refusals.Concat(roles.Check(form.Role, form.Workshop)).ToList();
        if (email.Length > 0 && !MailAddress.TryCreate(email, out _))
        {
            refusals.Add(new Refusal("courriel", "Cette adresse n’est pas complète. Elle ressemble à prenom@organisme.fr."));
        }
        else if (email.Length > 0 && await users.FindByEmailAsync(email) is not null)
        {
            refusals.Add(Taken);
        }

        var account = new Account { Name = name, Email = email, NormalizedEmail = users.NormalizeEmail(email) ?? "", CreatedAt = clock.GetUtcNow() };
        return (account, refusals);
    }

    /// <returns>Why it was not saved: someone else took the address since <see cref="CheckAsync"/>.</returns>
    public async Task<IReadOnlyList<Refusal>> SaveAsync(Account account, AccountForm form, CancellationToken cancel) =>
        await changes.CreateAsync(account, form.Role!, RoleRegister.IsOfAWorkshop(form.Role) ? form.Workshop ?? "" : "", cancel) ? [] : [Taken];
}
