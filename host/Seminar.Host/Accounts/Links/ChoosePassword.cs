using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
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
        pages.MapGet("/compte/oubli", () => PageResults.Show<ForgottenPage, ForgottenView>(new ForgottenView(IsSent: false)));
        pages.MapPost("/compte/oubli", SendAsync);
    }

    private static async Task<IResult> ChooseAsync(
        OneTimeLinks links, UserManager<Account> accounts, [FromForm] string? compte, [FromForm] string? jeton, [FromForm] string? motDePasse)
    {
        if (await links.ReadAsync(compte, jeton) is not { } account)
        {
            return Spent();
        }

        var refusals = await Passwords.ReplaceAsync(accounts, account, motDePasse ?? "");
        if (refusals.Count > 0)
        {
            return Show(new ChoosePasswordView(compte!, jeton!, account.Email, refusals), StatusCodes.Status422UnprocessableEntity);
        }

        // Through the front door, with the second factor when there is one.
        return PageResults.SeeOther("/entrer");
    }

    /// <summary>The answer is the same whether the address is known or not.</summary>
    private static async Task<IResult> SendAsync(
        HttpContext context, OneTimeLinks links, UserManager<Account> accounts, Post post, EmailThrottle throttle, [FromForm] string? courriel)
    {
        var email = courriel?.Trim() ?? "";
        if (post.IsConfigured && throttle.TrySendTo(email) && await accounts.FindByEmailAsync(email) is { ClosedAt: null } account)
        {
            await post.SendLinkAsync(context, account, await links.MakeAsync(account));
        }

        return PageResults.Show<ForgottenPage, ForgottenView>(new ForgottenView(IsSent: true));
    }

    private static IResult Spent() => PageResults.Show<SpentLinkPage, SpentLinkView>(new SpentLinkView(), StatusCodes.Status410Gone);

    private static IResult Show(ChoosePasswordView view, int status) => PageResults.Show<ChoosePasswordPage, ChoosePasswordView>(view, status);
}

/// <summary>The page that asks for a new password.</summary>
public sealed record ChoosePasswordView(string Account, string Token, string Email, IReadOnlyList<Seminar.Contracts.Refusal> Refusals);

/// <summary>The page for someone who forgot the password.</summary>
public sealed record ForgottenView(bool IsSent);

/// <summary>The page of a link that no longer opens anything.</summary>
public sealed record SpentLinkView;
