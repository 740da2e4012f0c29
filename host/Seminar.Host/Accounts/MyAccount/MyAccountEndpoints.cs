using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Links;
using Seminar.Host.Accounts.Store;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Accounts.MyAccount;

/// <summary>What a team member does with their own account: change the password, set a second factor.</summary>
internal static class MyAccountEndpoints
{
    public const string Address = "/compte";

    private const string Issuer = "Seminar";

    public static void MapMyAccount(this IEndpointRouteBuilder routes)
    {
        // The whole team, whatever the role.
        var pages = routes.MapGroup(Address).RequireAuthorization(Policy.Welcome).ExcludeFromDescription();
        pages.MapGet("", async (HttpContext context, UserManager<Account> users) =>
            await OwnAsync(context, users) is { } account ? Show(account, []) : PageResults.SeeOther("/administration"));
        pages.MapPost("mot-de-passe-actuel", ChangePasswordAsync).WithSummary("Changer son mot de passe");
        pages.MapGet("second-facteur", BeginSecondFactorAsync);
        pages.MapPost("second-facteur", ConfirmSecondFactorAsync).WithSummary("Activer son second facteur");
        pages.MapPost("second-facteur/retrait", RemoveSecondFactorAsync).WithSummary("Retirer son second facteur");
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, UserManager<Account> users, SignInManager<Account> signIn, [FromForm] string? actuel, [FromForm] string? motDePasse)
    {
        if (await OwnAsync(context, users) is not { } account)
        {
            return Results.NotFound();
        }

        if (account.PasswordHash is not null && !(await signIn.CheckPasswordSignInAsync(account, actuel ?? "", lockoutOnFailure: true)).Succeeded)
        {
            return Show(account, [new Refusal("actuel", "Ce n’est pas votre mot de passe actuel.")]);
        }

        var refusals = await Passwords.ReplaceAsync(users, account, motDePasse);
        if (refusals.Count > 0)
        {
            return Show(account, refusals);
        }

        // The other sessions end with the old stamp; this one gets the new.
        await signIn.SignInAsync(account, isPersistent: false);
        return PageResults.SeeOther(Address);
    }

    private static async Task<IResult> BeginSecondFactorAsync(HttpContext context, UserManager<Account> users)
    {
        if (await OwnAsync(context, users) is not { TwoFactor: false } account)
        {
            return PageResults.SeeOther(Address);
        }

        if (account.AuthenticatorKey is null)
        {
            // Not by ResetAuthenticatorKeyAsync: it changes the stamp, which would end this very session.
            account.AuthenticatorKey = users.GenerateNewAuthenticatorKey();
            await users.UpdateAsync(account);
        }

        return Enrol(account, null);
    }

    private static async Task<IResult> ConfirmSecondFactorAsync(
        HttpContext context, UserManager<Account> users, SignInManager<Account> signIn, [FromForm] string? code)
    {
        if (await OwnAsync(context, users) is not { TwoFactor: false, AuthenticatorKey: not null } account)
        {
            return PageResults.SeeOther(Address);
        }

        var typed = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            return Enrol(account, "Ce code n’est pas le bon. Il change toutes les trente secondes\u00A0: donnez celui qui s’affiche maintenant.");
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 8);
        await signIn.SignInAsync(account, isPersistent: false);
        return PageResults.Show<RecoveryCodesPage, RecoveryCodesView>(new RecoveryCodesView([.. codes!]));
    }

    private static async Task<IResult> RemoveSecondFactorAsync(
        HttpContext context, UserManager<Account> users, SignInManager<Account> signIn, [FromForm] string? actuel)
    {
        if (await OwnAsync(context, users) is not { } account)
        {
            return Results.NotFound();
        }

        if (!(await signIn.CheckPasswordSignInAsync(account, actuel ?? "", lockoutOnFailure: true)).Succeeded)
        {
            return Show(account, [new Refusal("actuel-second", "Ce n’est pas votre mot de passe actuel.")]);
        }

        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await signIn.SignInAsync(account, isPersistent: false);
        return PageResults.SeeOther(Address);
    }

    /// <summary>Null for a program, which has a key and no account.</summary>
    private static async Task<Account?> OwnAsync(HttpContext context, UserManager<Account> users) =>
        Visitor.AccountOf(context.User) is { } id ? await users.FindByIdAsync(id.ToString()) : null;

    private static IResult Enrol(Account account, string? error)
    {
        var key = account.AuthenticatorKey!;
        var address = $"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{account.Email}")}?secret={key}&issuer={Issuer}&digits=6";
        return PageResults.Show<SecondFactorPage, SecondFactorView>(
            new SecondFactorView(address, string.Join('\u00A0', key.Chunk(4).Select(part => new string(part))), error),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(Account account, IReadOnlyList<Refusal> refusals) => PageResults.Show<MyAccountPage, MyAccountView>(
        new MyAccountView(account.Name, account.Email, account.PasswordHash is not null, account.TwoFactor, refusals),
        refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>One's own account.</summary>
public sealed record MyAccountView(string Name, string Email, bool HasPassword, bool TwoFactor, IReadOnlyList<Refusal> Refusals)
{
    internal string? ErrorOf(string field) => Refusals.FirstOrDefault(refusal => refusal.Path == field)?.Message;
}

/// <summary>Setting the second factor.</summary>
/// <param name="Address">For the authenticator application, as a QR code.</param>
/// <param name="Key">The same, to type.</param>
/// <param name="Error">Why the code was refused.</param>
public sealed record SecondFactorView(string Address, string Key, string? Error);

/// <summary>The recovery codes, shown once.</summary>
public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);
