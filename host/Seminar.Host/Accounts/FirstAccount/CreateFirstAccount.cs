using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Links;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Accounts.Team;

namespace Seminar.Host.Accounts.FirstAccount;

/// <summary>Where the printed link leads: the first administrator gives an address, a name and a password.</summary>
internal static class CreateFirstAccount
{
    public static void MapFirstAccount(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(FirstAccountLink.Address).AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", (string? jeton, FirstAccountLink link) => link.Opens(jeton)
            ? Show(new FirstAccountView(jeton!, AccountForm.Blank, []), StatusCodes.Status200OK)
            : Spent());
        pages.MapPost("", CreateAsync);
    }

    private static async Task<IResult> CreateAsync(
        FirstAccountLink link, NewAccount accounts, UserManager<Account> users, AccountSessions sessions, HttpContext context,
        [FromForm] string? jeton, [FromForm] string? nom, [FromForm] string? courriel, [FromForm] string? motDePasse, CancellationToken cancel)
    {
        if (!link.Opens(jeton))
        {
            return Spent();
        }

        var form = new AccountForm(nom, courriel, nameof(Role.Administrator), null);
        var (account, refusals) = await accounts.CheckAsync(form, cancel);
        refusals = [.. refusals, .. await Passwords.CheckAsync(users, account, motDePasse)];
        if (refusals.Count > 0)
        {
            return Show(new FirstAccountView(jeton!, form, refusals), StatusCodes.Status422UnprocessableEntity);
        }

        if (!link.TryUse(jeton))
        {
            return Spent();
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, motDePasse!);
        refusals = await accounts.SaveAsync(account, form, cancel);
        if (refusals.Count > 0)
        {
            // Two at once, with one link: the account is there, and opens by its password.
            return PageResults.SeeOther(EnteringEndpoints.Address);
        }

        await sessions.OpenAsync(context, account);
        return PageResults.SeeOther("/administration");
    }

    private static IResult Spent() => PageResults.Show<SpentLinkPage, SpentLinkView>(new SpentLinkView(), StatusCodes.Status410Gone);

    private static IResult Show(FirstAccountView view, int status) => PageResults.Show<FirstAccountPage, FirstAccountView>(view, status);
}

/// <summary>The page that creates the first account.</summary>
public sealed record FirstAccountView(string Token, AccountForm Form, IReadOnlyList<Refusal> Refusals)
{
    internal string? ErrorOf(string field) => Refusals.FirstOrDefault(refusal => refusal.Path == field)?.Message;
}
