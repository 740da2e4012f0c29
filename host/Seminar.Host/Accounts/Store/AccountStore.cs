using Dapper;
using Microsoft.AspNetCore.Identity;
using Seminar.Storage;

namespace Seminar.Host.Accounts.Store;

/// <summary>Where ASP.NET Core Identity keeps accounts: it decides about passwords, locks and second factors, this writes them down.</summary>
internal sealed partial class AccountStore(AccountsDatabase accounts, TimeProvider clock) : IUserEmailStore<Account>
{
    private const string Columns =
        """
        id AS Id, email AS Email, normalized_email AS NormalizedEmail, name AS Name, password_hash AS PasswordHash,
        security_stamp AS SecurityStamp, two_factor AS TwoFactor, authenticator_key AS AuthenticatorKey,
        recovery_codes AS RecoveryCodes, failed_attempts AS FailedAttempts, locked_until AS LockedUntil,
        created_at AS CreatedAt, closed_at AS ClosedAt
        """;

    private ModuleDatabase Database => accounts.Database;

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await Database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO account (id, email, normalized_email, name, password_hash, security_stamp, two_factor, authenticator_key,
                    recovery_codes, failed_attempts, locked_until, created_at, closed_at)
                VALUES (@Id, @Email, @NormalizedEmail, @Name, @PasswordHash, @SecurityStamp, @TwoFactor, @AuthenticatorKey,
                    @RecoveryCodes, @FailedAttempts, @LockedUntil, @now, @ClosedAt)
                """,
                Values(user)),
            cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        await Database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE account SET email = @Email, normalized_email = @NormalizedEmail, name = @Name, password_hash = @PasswordHash,
                    security_stamp = @SecurityStamp, two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey,
                    recovery_codes = @RecoveryCodes, failed_attempts = @FailedAttempts, locked_until = @LockedUntil, closed_at = @ClosedAt
                WHERE id = @Id
                """,
                Values(user)),
            cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await Database.WriteAsync(connection => connection.Execute("DELETE FROM account WHERE id = @Id", new { user.Id }), cancellationToken);
        return IdentityResult.Success;
    }

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Database.ReadOneAsync<Account>($"SELECT {Columns} FROM account WHERE id = @userId", new { userId }, cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        Database.ReadOneAsync<Account>($"SELECT {Columns} FROM account WHERE normalized_email = @normalizedEmail", new { normalizedEmail }, cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    // The e-mail address is the name that one signs in with.
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken) => Done(() => user.Email = email ?? "");

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Done(() => user.NormalizedEmail = normalizedEmail ?? "");

    // Whoever holds the invitation received it at that address, or from the administrator's hand.
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // The database is the host's.
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private object Values(Account user) => new
    {
        user.Id, user.Email, user.NormalizedEmail, user.Name, user.PasswordHash, user.SecurityStamp, user.TwoFactor, user.AuthenticatorKey,
        user.RecoveryCodes, user.FailedAttempts, user.LockedUntil, user.ClosedAt, now = clock.GetUtcNow(),
    };
}
