using System.Data.Common;
using Dapper;

namespace Seminar.Host.Accounts.Store;

/// <summary>
/// Every change of an account: each writes what it changes and nothing else, and only while what it relied on still stands. Checking a
/// password takes a while, during which the account may have been closed, or given another password.
/// </summary>
internal sealed class AccountChanges(AccountsDatabase accounts, TimeProvider clock)
{
    private const char Separator = ';';

    /// <summary>An account with its first role, or neither.</summary>
    /// <returns>False when the address has an account already.</returns>
    public Task<bool> CreateAsync(Account account, string role, string workshop, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection =>
        {
            var isNew = connection.Execute(
                """
                INSERT INTO account (id, email, normalized_email, name, password_hash, security_stamp, created_at)
                VALUES (@Id, @Email, @NormalizedEmail, @Name, @PasswordHash, @SecurityStamp, @now)
                ON CONFLICT (normalized_email) DO NOTHING
                """,
                new { account.Id, account.Email, account.NormalizedEmail, account.Name, account.PasswordHash, account.SecurityStamp, now = clock.GetUtcNow() }) > 0;
            return isNew && connection.Execute(
                "INSERT INTO account_role (account, role, workshop) VALUES (@Id, @role, @workshop)", new { account.Id, role, workshop }) > 0;
        },
        cancel);

    /// <summary>Ends every session and every link.</summary>
    /// <returns>False when the account, its password or its link is no longer as it was read.</returns>
    public Task<bool> ReplacePasswordAsync(Account read, string hash, CancellationToken cancel) => ChangeAsync(
        """
        UPDATE account SET password_hash = @hash, security_stamp = @stamp, link_stamp = NULL
        WHERE id = @Id AND security_stamp = @SecurityStamp AND link_stamp IS NOT DISTINCT FROM @LinkStamp AND closed_at IS NULL
        """,
        new { read.Id, read.SecurityStamp, read.LinkStamp, hash, stamp = Account.NewStamp() }, cancel);

    /// <summary>The same password, hashed as is done today.</summary>
    public Task<bool> RenewHashAsync(Account read, string hash, CancellationToken cancel) => ChangeAsync(
        "UPDATE account SET password_hash = @hash WHERE id = @Id AND password_hash = @PasswordHash",
        new { read.Id, read.PasswordHash, hash }, cancel);

    /// <summary>Makes every older link void.</summary>
    public Task<bool> RenewLinkAsync(Guid account, string linkStamp, CancellationToken cancel) => ChangeAsync(
        "UPDATE account SET link_stamp = @linkStamp WHERE id = @account AND closed_at IS NULL", new { account, linkStamp }, cancel);

    /// <summary>Whom another sign-in service vouches for from now on.</summary>
    public Task<bool> AddLoginAsync(Account read, string provider, string subject, CancellationToken cancel) => ChangeAsync(
        """
        INSERT INTO account_login (provider, subject, account) SELECT @provider, @subject, id FROM account WHERE id = @Id AND closed_at IS NULL
        ON CONFLICT (provider, subject) DO NOTHING
        """,
        new { read.Id, provider, subject }, cancel);

    /// <summary>A key for the authenticator application, unless one waits already.</summary>
    public Task<bool> PrepareSecondFactorAsync(Guid account, string key, CancellationToken cancel) => ChangeAsync(
        "UPDATE account SET authenticator_key = @key WHERE id = @account AND authenticator_key IS NULL AND two_factor = 0", new { account, key }, cancel);

    /// <param name="step">Of the code that was given, which is used up.</param>
    public Task<bool> ActivateSecondFactorAsync(Account read, long step, IEnumerable<string> recoveryCodes, CancellationToken cancel) => ChangeAsync(
        """
        UPDATE account SET two_factor = 1, authenticator_step = @step, recovery_codes = @codes, security_stamp = @stamp
        WHERE id = @Id AND security_stamp = @SecurityStamp AND authenticator_key = @AuthenticatorKey AND two_factor = 0 AND closed_at IS NULL
        """,
        new { read.Id, read.SecurityStamp, read.AuthenticatorKey, step, codes = string.Join(Separator, recoveryCodes), stamp = Account.NewStamp() }, cancel);

    /// <summary>The telephone and the recovery codes open nothing any more, even if a second factor is set again.</summary>
    public Task<bool> RemoveSecondFactorAsync(Account read, CancellationToken cancel) => ChangeAsync(
        """
        UPDATE account SET two_factor = 0, authenticator_key = NULL, authenticator_step = NULL, recovery_codes = NULL, security_stamp = @stamp
        WHERE id = @Id AND security_stamp = @SecurityStamp
        """,
        new { read.Id, read.SecurityStamp, stamp = Account.NewStamp() }, cancel);

    /// <returns>False when this code, or a later one, has served.</returns>
    public Task<bool> UseAuthenticatorAsync(Account read, long step, CancellationToken cancel) => ChangeAsync(
        """
        UPDATE account SET authenticator_step = @step
        WHERE id = @Id AND two_factor = 1 AND authenticator_key = @AuthenticatorKey AND (authenticator_step IS NULL OR authenticator_step < @step)
        """,
        new { read.Id, read.AuthenticatorKey, step }, cancel);

    /// <returns>False when it is none of the codes that are left.</returns>
    public Task<bool> UseRecoveryCodeAsync(Account read, string code, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection => UseRecoveryCode(connection, read.Id, code), cancel);

    private static bool UseRecoveryCode(DbConnection connection, Guid account, string code)
    {
        var codes = connection.QueryFirstOrDefault<string?>("SELECT recovery_codes FROM account WHERE id = @account AND two_factor = 1", new { account });
        var left = codes?.Split(Separator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return left.Contains(code) && connection.Execute(
            "UPDATE account SET recovery_codes = @rest WHERE id = @account AND recovery_codes = @codes",
            new { account, codes, rest = string.Join(Separator, left.Where(each => each != code)) }) > 0;
    }

    private Task<bool> ChangeAsync(string sql, object values, CancellationToken cancel) =>
        accounts.Database.WriteAsync(connection => connection.Execute(sql, values) > 0, cancel);
}
