using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Links;
using Seminar.Host.Accounts.Mail;
using Seminar.Host.Accounts.Store;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Accounts.Team;

/// <summary>The team's accounts: invite, give and take roles, hand over a link, close.</summary>
internal static class TeamEndpoints
{
    public const string Address = "/administration/equipe";

    public static void MapTeam(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Policy.Administer).ExcludeFromDescription();
        pages.MapGet("", async (AccountDirectory directory, IThemes themes, CancellationToken cancel) =>
            await ShowAsync(directory, themes, AccountForm.Blank, [], StatusCodes.Status200OK, cancel));
        pages.MapPost("", InviteAsync).WithSummary("Inviter dans l’équipe");
        pages.MapGet("{id:guid}", async (Guid id, AccountDirectory directory, AddressAttempts attempts, IThemes themes, CancellationToken cancel) =>
            await SheetAsync(id, directory, attempts, themes, null, cancel));
        pages.MapPost("{id:guid}/roles", GiveAsync).WithSummary("Donner un rôle");
        pages.MapPost("{id:guid}/roles/retrait", TakeAsync).WithSummary("Retirer un rôle");
        pages.MapPost("{id:guid}/lien", LinkAsync).WithSummary("Préparer un lien de mot de passe");
        pages.MapPost("{id:guid}/fermeture", CloseAsync).WithSummary("Fermer ou rouvrir un compte");
        pages.MapPost("{id:guid}/second-facteur", ForgetSecondFactorAsync).WithSummary("Retirer le second facteur d’un compte");
    }

    private static async Task<IResult> InviteAsync(
        HttpContext context, NewAccount accounts, OneTimeLinks links, Post post, AccountDirectory directory, IThemes themes,
        [FromForm] string? nom, [FromForm] string? courriel, [FromForm] string? role, [FromForm] string? atelier, CancellationToken cancel)
    {
        var form = new AccountForm(nom, courriel, role, atelier);
        var (account, refusals) = await accounts.CheckAsync(form, cancel);
        if (refusals.Count == 0)
        {
            refusals = await accounts.SaveAsync(account, form, cancel);
        }

        if (refusals.Count > 0)
        {
            return await ShowAsync(directory, themes, form, refusals, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await HandOverAsync(context, account, links, post);
    }

    private static async Task<IResult> GiveAsync(
        Guid id, RoleRegister roles, AccountDirectory directory, AddressAttempts attempts, IThemes themes,
        [FromForm] string? role, [FromForm] string? atelier, CancellationToken cancel)
    {
        if (roles.Check(role, atelier).FirstOrDefault() is { } refusal)
        {
            return await SheetAsync(id, directory, attempts, themes, refusal.Message, cancel);
        }

        if (!(await directory.ReadAsync(cancel)).ContainsKey(id))
        {
            return Results.NotFound();
        }

        await roles.GiveAsync(id, role!, atelier, cancel);
        return PageResults.SeeOther($"{Address}/{id}");
    }

    private static async Task<IResult> TakeAsync(
        Guid id, RoleRegister roles, AccountDirectory directory, AddressAttempts attempts, IThemes themes,
        [FromForm] string? role, [FromForm] string? atelier, CancellationToken cancel) =>
        await roles.TakeAsync(id, role ?? "", atelier, cancel)
            ? PageResults.SeeOther($"{Address}/{id}")
            : await SheetAsync(id, directory, attempts, themes, "C’est le dernier administrateur\u00A0: nommez-en un autre d’abord.", cancel);

    private static async Task<IResult> LinkAsync(Guid id, HttpContext context, UserManager<Account> users, OneTimeLinks links, Post post) =>
        await users.FindByIdAsync(id.ToString()) is { ClosedAt: null } account
            ? await HandOverAsync(context, account, links, post)
            : Results.NotFound();

    private static async Task<IResult> CloseAsync(
        Guid id, AccountClosing closing, AccountDirectory directory, AddressAttempts attempts, IThemes themes, [FromForm] bool ferme, CancellationToken cancel) =>
        await closing.SetAsync(id, ferme, cancel)
            ? PageResults.SeeOther($"{Address}/{id}")
            : await SheetAsync(id, directory, attempts, themes, "C’est le dernier administrateur\u00A0: nommez-en un autre d’abord.", cancel);

    private static async Task<IResult> ForgetSecondFactorAsync(Guid id, UserManager<Account> users, AccountChanges changes, CancellationToken cancel)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return Results.NotFound();
        }

        await changes.RemoveSecondFactorAsync(account, cancel);
        return PageResults.SeeOther($"{Address}/{id}");
    }

    /// <summary>Sent when mail is configured and works; shown in any case, since a message can get lost.</summary>
    private static async Task<IResult> HandOverAsync(HttpContext context, Account account, OneTimeLinks links, Post post)
    {
        var link = await links.MakeAsync(account, context.RequestAborted);
        var isSent = await post.SendLinkAsync(account, link, context.RequestAborted);
        var address = SiteAddress.Of(context, context.RequestServices.GetRequiredService<IConfiguration>()) + link;
        return PageResults.Show<HandOverPage, HandOverView>(new HandOverView(account.Id, account.Name, account.Email, address, isSent, post.Missing));
    }

    private static async Task<IResult> ShowAsync(
        AccountDirectory directory, IThemes themes, AccountForm form, IReadOnlyList<Seminar.Contracts.Refusal> refusals, int status, CancellationToken cancel) =>
        PageResults.Show<TeamPage, TeamView>(
            new TeamView(
                [.. (await directory.ReadAsync(cancel)).Values.OrderBy(entry => entry.IsClosed).ThenBy(entry => entry.Name, StringComparer.Ordinal)
                    .Select(entry => new TeamMemberView(entry.Id, entry.Name, entry.Email, TeamWords.State(entry), TeamWords.Roles(entry, themes)))],
                WorkshopChoices(themes), new FormView<AccountForm>(form, refusals, IsOpen: true)),
            status);

    private static async Task<IResult> SheetAsync(
        Guid id, AccountDirectory directory, AddressAttempts attempts, IThemes themes, string? refusal, CancellationToken cancel)
    {
        if (!(await directory.ReadAsync(cancel)).TryGetValue(id, out var entry))
        {
            return Results.NotFound();
        }

        var roles = entry.Roles.Select(held => new HeldRoleView(held.Role.ToString(), held.Workshop, TeamWords.Role(held, themes))).ToList();
        return PageResults.Show<AccountPage, AccountView>(
            new AccountView(
                id, entry.Name, entry.Email, TeamWords.State(entry), entry.IsClosed, entry.TwoFactor,
                await attempts.LockedUntilAsync(entry.Email, cancel), roles, WorkshopChoices(themes), refusal),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyList<(string Value, string Label)> WorkshopChoices(IThemes themes) =>
        [("", "– sans objet –"), .. themes.All.Select(theme => (theme.Key, theme.Name))];
}

/// <summary>The list of accounts.</summary>
public sealed record TeamView(IReadOnlyList<TeamMemberView> Members, IReadOnlyList<(string Value, string Label)> Workshops, FormView<AccountForm> Form);

/// <summary>An account in the list.</summary>
public sealed record TeamMemberView(Guid Id, string Name, string Email, string State, IReadOnlyList<string> Roles);

/// <summary>One account.</summary>
public sealed record AccountView(
    Guid Id, string Name, string Email, string State, bool IsClosed, bool TwoFactor, DateTimeOffset? LockedUntil,
    IReadOnlyList<HeldRoleView> Roles, IReadOnlyList<(string Value, string Label)> Workshops, string? Refusal);

/// <summary>A role of an account.</summary>
public sealed record HeldRoleView(string Role, string? Workshop, string Words);

/// <summary>A one-time link to hand over.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Link">For the administrator's eyes, at the address where they are.</param>
/// <param name="IsSent">Whether a message left.</param>
/// <param name="MailMissing">What keeps messages from leaving, or null.</param>
public sealed record HandOverView(Guid Account, string Name, string Email, string Link, bool IsSent, string? MailMissing);
