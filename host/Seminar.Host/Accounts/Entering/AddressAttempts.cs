using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>
/// Counts the attempts to enter at an address, whether it has an account or not: what is answered, and when, tells nobody which
/// addresses do. Counted before anything is checked, so that attempts made at once don't all come in under the limit.
/// </summary>
internal sealed class AddressAttempts(AccountsDatabase accounts, TimeProvider clock)
{
    public const int Most = 5;

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>Takes one of the attempts.</summary>
    /// <param name="address">The address as typed; case and spaces around it don’t make another.</param>
    /// <param name="cancel">Withdraws the request.</param>
    /// <returns>False when none is left for now.</returns>
    public Task<bool> TryAsync(string? address, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM entry_attempt WHERE last_at < @forgotten", new { forgotten = clock.GetUtcNow() - Wait });
            return connection.Execute(
                """
                INSERT INTO entry_attempt (address, failed, last_at) VALUES (@key, 1, @now)
                ON CONFLICT (address) DO UPDATE SET failed = entry_attempt.failed + 1, last_at = excluded.last_at WHERE entry_attempt.failed < @Most
                """,
                new { key = KeyOf(address), now = clock.GetUtcNow(), Most }) > 0;
        },
        cancel);

    /// <summary>The attempt was right, and another step follows: it counts for nothing.</summary>
    public Task GiveBackAsync(string address, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection => connection.Execute("UPDATE entry_attempt SET failed = failed - 1 WHERE address = @key AND failed > 0", new { key = KeyOf(address) }), cancel);

    /// <summary>Whoever is right to the end begins anew.</summary>
    public Task ForgetAsync(string address, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection => connection.Execute("DELETE FROM entry_attempt WHERE address = @key", new { key = KeyOf(address) }), cancel);

    /// <summary>Until when no attempt is left; null when one is.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(string address, CancellationToken cancel) =>
        await accounts.Database.ReadOneAsync<string>(
            "SELECT last_at FROM entry_attempt WHERE address = @key AND failed >= @Most AND last_at >= @forgotten",
            new { key = KeyOf(address), Most, forgotten = clock.GetUtcNow() - Wait }, cancel) is { } last
            ? DateTimeOffset.Parse(last, CultureInfo.InvariantCulture) + Wait
            : null;

    private static string KeyOf(string? address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((address ?? "").Trim().Normalize().ToUpperInvariant())));
}
