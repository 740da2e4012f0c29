using Dapper;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Team;

/// <summary>Closes an account, which ends its sessions and its links at once, or opens it again.</summary>
internal sealed class AccountClosing(AccountsDatabase accounts, TimeProvider clock)
{
    /// <returns>False when nobody would be left to administer; nothing is changed then.</returns>
    public Task<bool> SetAsync(Guid account, bool isClosed, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection =>
        {
            if (isClosed && !LastAdministrator.LeavesOne(connection, account))
            {
                return false;
            }

            connection.Execute(
                "UPDATE account SET closed_at = @closedAt, security_stamp = @stamp, link_stamp = NULL WHERE id = @account",
                new { account, closedAt = isClosed ? clock.GetUtcNow() : (DateTimeOffset?)null, stamp = Account.NewStamp() });
            connection.Execute("DELETE FROM account_session WHERE account = @account", new { account });
            return true;
        },
        cancel);
}
