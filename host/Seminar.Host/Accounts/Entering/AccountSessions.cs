using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>The sessions of the team. The cookie names one that is written down here: once it is ended, a copy of the cookie is worth nothing.</summary>
internal sealed class AccountSessions(AccountsDatabase accounts, TimeProvider clock)
{
    /// <summary>However busy, one enters again after a week.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="context">The request.</param>
    /// <param name="read">The account as it was when it was checked.</param>
    /// <returns>False when it was closed, or its password changed, meanwhile.</returns>
    public async Task<bool> OpenAsync(HttpContext context, Account read)
    {
        var now = clock.GetUtcNow();
        var session = Guid.CreateVersion7(now);
        var isOpen = await accounts.Database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM account_session WHERE expires_at <= @now", new { now });
                return connection.Execute(
                    """
                    INSERT INTO account_session (id, account, opened_at, expires_at)
                    SELECT @session, id, @now, @end FROM account WHERE id = @Id AND security_stamp = @SecurityStamp AND closed_at IS NULL
                    """,
                    new { session, now, end = now + Longest, read.Id, read.SecurityStamp }) > 0;
            },
            context.RequestAborted);
        if (isOpen)
        {
            await context.SignInAsync(IdentityConstants.ApplicationScheme, AccountCookie.Describe(read.Id, read.Name, read.SecurityStamp, session, []));
        }

        return isOpen;
    }

    public async Task EndAsync(HttpContext context)
    {
        if (AccountCookie.SessionOf(context.User) is { } session)
        {
            // Not with the request's token: whoever leaves and closes the page has left.
            await accounts.Database.WriteAsync(
                connection => connection.Execute("DELETE FROM account_session WHERE id = @session", new { session }), CancellationToken.None);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
    }
}
