using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>The second factor: the code of an authenticator application, or one of the recovery codes.</summary>
internal static class SecondStep
{
    public const string Address = "/entrer/second-facteur";

    public static void MapSecondStep(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", async (string? retour, SignInManager<Account> signIn) =>
            await signIn.GetTwoFactorAuthenticationUserAsync() is null
                ? PageResults.SeeOther(EnteringEndpoints.Address)
                : Show(new SecondStepView(LocalAddress.Read(retour), null), StatusCodes.Status200OK));
        pages.MapPost("", TryAsync);
    }

    private static async Task<IResult> TryAsync(SignInManager<Account> signIn, [FromForm] string? code, [FromForm] string? retour)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { ClosedAt: null })
        {
            return PageResults.SeeOther(EnteringEndpoints.Address);
        }

        var typed = (code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
        var result = typed.Length == 6 && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed.ToUpperInvariant());
        if (result.Succeeded)
        {
            return PageResults.SeeOther(LocalAddress.Read(retour));
        }

        return Show(
            new SecondStepView(LocalAddress.Read(retour), result.IsLockedOut
                ? "Ce compte est bloqué pour un quart d’heure après trop d’essais."
                : "Ce code n’est pas le bon. Il change toutes les trente secondes\u00A0: donnez celui qui s’affiche maintenant."),
            StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(SecondStepView view, int status) => PageResults.Show<SecondStepPage, SecondStepView>(view, status);
}

/// <summary>The page that asks for the second factor.</summary>
public sealed record SecondStepView(string ReturnTo, string? Error);
