using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
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
        HttpContext context, UserManager<Account> users, Entrance entrance, AccountChanges changes, AccountSessions sessions,
        [FromForm] string? actuel, [FromForm] string? motDePasse)
    {
        if (await OwnAsync(context, users) is not { } account)
        {
            return Results.NotFound();
        }

        if (account.PasswordHash is not null && Doubt(await entrance.ConfirmAsync(context, account, actuel)) is { } doubt)
        {
            return Show(account, [new Refusal("actuel", doubt)]);
        }

        var refusals = await Passwords.ReplaceAsync(users, changes, account, motDePasse, context.RequestAborted);
        if (refusals.Count > 0)
        {
            return Show(account, refusals);
        }

        await EnterAgainAsync(context, users, sessions);
        return PageResults.SeeOther(Address);
    }

    private static async Task<IResult> BeginSecondFactorAsync(HttpContext context, UserManager<Account> users, AccountChanges changes)
    {
        if (await OwnAsync(context, users) is not { TwoFactor: false } account)
        {
            return PageResults.SeeOther(Address);
        }

        if (account.AuthenticatorKey is null)
        {
            await changes.PrepareSecondFactorAsync(account.Id, SecondFactor.NewKey(), context.RequestAborted);
            account = await users.FindByIdAsync(account.Id.ToString()) ?? account;
        }

        return account.AuthenticatorKey is null ? PageResults.SeeOther(Address) : Enrol(account, null);
    }

    private static async Task<IResult> ConfirmSecondFactorAsync(
        HttpContext context, UserManager<Account> users, SecondFactor factor, AccountChanges changes, AccountSessions sessions, [FromForm] string? code)
    {
        if (await OwnAsync(context, users) is not { TwoFactor: false, AuthenticatorKey: not null } account)
        {
            return PageResults.SeeOther(Address);
        }

        if (factor.StepOf(account, code) is not { } step)
        {
            return Enrol(account, "Ce code n’est pas le bon. Il change toutes les trente secondes\u00A0: donnez celui qui s’affiche maintenant.");
        }

        var codes = SecondFactor.NewRecoveryCodes();
        if (!await changes.ActivateSecondFactorAsync(account, step, codes, context.RequestAborted))
        {
            return PageResults.SeeOther(Address);
        }

        await EnterAgainAsync(context, users, sessions);
        return PageResults.Show<RecoveryCodesPage, RecoveryCodesView>(new RecoveryCodesView(codes));
    }

    private static async Task<IResult> RemoveSecondFactorAsync(
        HttpContext context, UserManager<Account> users, Entrance entrance, AccountChanges changes, AccountSessions sessions, [FromForm] string? actuel)
    {
        if (await OwnAsync(context, users) is not { } account)
        {
            return Results.NotFound();
        }

        if (Doubt(await entrance.ConfirmAsync(context, account, actuel)) is { } doubt)
        {
            return Show(account, [new Refusal("actuel-second", doubt)]);
        }

        await changes.RemoveSecondFactorAsync(account, context.RequestAborted);
        await EnterAgainAsync(context, users, sessions);
        return PageResults.SeeOther(Address);
    }

    /// <summary>The other sessions end with the old stamp; whoever made the change goes on in a new one.</summary>
    private static async Task EnterAgainAsync(HttpContext context, UserManager<Account> users, AccountSessions sessions)
    {
        if (await OwnAsync(context, users) is { } account)
        {
            await sessions.OpenAsync(context, account);
        }
    }

    private static string? Doubt(EntranceAnswer answer) => answer switch
    {
        EntranceAnswer.Entered => null,
        EntranceAnswer.TooMany => "Trop d’essais\u00A0: attendez un quart d’heure.",
        _ => "Ce n’est pas votre mot de passe actuel.",
    };

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
