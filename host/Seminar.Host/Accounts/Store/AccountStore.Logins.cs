using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Seminar.Host.Accounts.Store;

/// <summary>Who another sign-in service vouches for.</summary>
internal sealed partial class AccountStore : IUserLoginStore<Account>
{
    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) => Database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO account_login (provider, subject, account) VALUES (@LoginProvider, @ProviderKey, @Id)",
            new { login.LoginProvider, login.ProviderKey, user.Id }),
        cancellationToken);

    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) => Database.WriteAsync(
        connection => connection.Execute(
            "DELETE FROM account_login WHERE provider = @loginProvider AND subject = @providerKey AND account = @Id",
            new { loginProvider, providerKey, user.Id }),
        cancellationToken);

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Database.ReadAsync<LoginRow>(
            "SELECT provider AS Provider, subject AS Subject FROM account_login WHERE account = @Id", new { user.Id }, cancellationToken))
            .Select(row => new UserLoginInfo(row.Provider, row.Subject, row.Provider))];

    public Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Database.ReadOneAsync<Account>(
            $"SELECT {Columns} FROM account JOIN account_login ON account = id WHERE provider = @loginProvider AND subject = @providerKey",
            new { loginProvider, providerKey }, cancellationToken);

    private sealed record LoginRow(string Provider, string Subject);
}
