using Microsoft.AspNetCore.Identity;

namespace Seminar.Host.Accounts.Store;

/// <summary>
/// Reads accounts, for ASP.NET Core Identity too. It writes nothing: Identity writes whole rows that it read some time before, which
/// would undo what was changed in between. See <see cref="AccountChanges"/>.
/// </summary>
internal sealed class AccountStore(AccountsDatabase accounts) : IUserEmailStore<Account>, IUserSecurityStampStore<Account>
{
    private const string Columns =
        """
        id AS Id, email AS Email, normalized_email AS NormalizedEmail, name AS Name, password_hash AS PasswordHash,
        security_stamp AS SecurityStamp, link_stamp AS LinkStamp, two_factor AS TwoFactor, authenticator_key AS AuthenticatorKey,
        created_at AS CreatedAt, closed_at AS ClosedAt
        """;

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        accounts.Database.ReadOneAsync<Account>($"SELECT {Columns} FROM account WHERE id = @userId", new { userId }, cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        accounts.Database.ReadOneAsync<Account>(
            $"SELECT {Columns} FROM account WHERE normalized_email = @normalizedEmail", new { normalizedEmail }, cancellationToken);

    /// <summary>Whom another sign-in service means by a subject.</summary>
    public Task<Account?> FindByLoginAsync(string provider, string subject, CancellationToken cancel) =>
        accounts.Database.ReadOneAsync<Account>(
            $"SELECT {Columns} FROM account JOIN account_login ON account = id WHERE provider = @provider AND subject = @subject",
            new { provider, subject }, cancel);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    // The e-mail address is the name that one signs in with.
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    // Whoever holds the invitation received it at that address, or from the administrator's hand.
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw WritesNothing();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw WritesNothing();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => throw WritesNothing();

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => throw WritesNothing();

    public void Dispose()
    {
        // The database is the host's.
    }

    private static NotSupportedException WritesNothing() => new("Accounts are changed by AccountChanges, never by Identity.");
}
