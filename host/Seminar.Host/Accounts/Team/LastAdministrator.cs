using System.Data.Common;
using Dapper;

namespace Seminar.Host.Accounts.Team;

internal static class LastAdministrator
{
    /// <summary>Whether someone can still administer without this account.</summary>
    public static bool LeavesOne(DbConnection connection, Guid without) => connection.ExecuteScalar<long>(
        """
        SELECT COUNT(*) FROM account_role JOIN account ON id = account
        WHERE role = 'Administrator' AND closed_at IS NULL AND password_hash IS NOT NULL AND id <> @without
        """,
        new { without }) > 0;
}
