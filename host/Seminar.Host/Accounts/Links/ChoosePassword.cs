using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Mail;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Links;

/// <summary>Where a one-time link leads, and where one asks for it.</summary>
internal static class ChoosePassword
{
    public static void MapChoosingPassword(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet(OneTimeLinks.Address, async (OneTimeLinks links, string? compte, string? jeton) =>
            await links.ReadAsync(compte, jeton) is { } account
                ? Show(new ChoosePasswordView(compte!, jeton!, account.Email, []), StatusCodes.Status200OK)
                : Spent());
        pages.MapPost(OneTimeLinks.Address, ChooseAsync);
        pages.MapGet("/compte/oubli", (Post post) => PageResults.Show<ForgottenPage, ForgottenView>(new ForgottenView(post.CanSend, IsAsked: false)));
        pages.MapPost("/compte/oubli", Ask);
    }

    private static async Task<IResult> ChooseAsync(
        OneTimeLinks links, UserManager<Account> accounts, AccountChanges changes, AddressAttempts attempts,
        [FromForm] string? compte, [FromForm] string? jeton, [FromForm] string? motDePasse, CancellationToken cancel)
    {
        if (await links.ReadAsync(compte, jeton) is not { } account)
        {
            return Spent();
        }

        var refusals = await Passwords.ReplaceAsync(accounts, changes, account, motDePasse, cancel);
        if (refusals.Count > 0)
        {
            return Show(new ChoosePasswordView(compte!, jeton!, account.Email, refusals), StatusCodes.Status422UnprocessableEntity);
        }

        await attempts.ForgetAsync(account.NormalizedEmail, cancel);
        // Through the front door, with the second factor when there is one.
        return PageResults.SeeOther("/entrer");
    }

    /// <summary>The answer is the same, and as quick, whether the address is known or not.</summary>
    private static IResult Ask(Post post, ForgottenPasswords forgotten, [FromForm] string? courriel)
    {
        forgotten.Ask(courriel?.Trim() ?? "");
        return PageResults.Show<ForgottenPage, ForgottenView>(new ForgottenView(post.CanSend, IsAsked: true));
    }

    private static IResult Spent() => PageResults.Show<SpentLinkPage, SpentLinkView>(new SpentLinkView(), StatusCodes.Status410Gone);

    private static IResult Show(ChoosePasswordView view, int status) => PageResults.Show<ChoosePasswordPage, ChoosePasswordView>(view, status);
}

/// <summary>The page that asks for a new password.</summary>
public sealed record ChoosePasswordView(string Account, string Token, string Email, IReadOnlyList<Seminar.Contracts.Refusal> Refusals);

/// <summary>The page for someone who forgot the password.</summary>
/// <param name="CanSend">Whether this site sends messages at all.</param>
/// <param name="IsAsked">Whether an address was given.</param>
public sealed record ForgottenView(bool CanSend, bool IsAsked);

/// <summary>The page of a link that no longer opens anything.</summary>
public sealed record SpentLinkView;
