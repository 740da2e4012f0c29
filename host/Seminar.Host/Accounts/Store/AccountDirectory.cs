using System.Collections.Frozen;
using Seminar.Host.Access;

namespace Seminar.Host.Accounts.Store;

/// <summary>
/// The accounts with what each may do, in memory for as long as the database does not change: it is asked at each request, so
/// that a role taken away is gone at once.
/// </summary>
internal sealed class AccountDirectory(AccountsDatabase accounts)
{
    private volatile Content? _content;

    /// <summary>Everyone, closed accounts too.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, DirectoryEntry>> ReadAsync(CancellationToken cancel)
    {
        // Before reading: a change that comes in between is then read again.
        var version = accounts.Database.Version;
        if (_content is { } known && known.Version == version)
        {
            return known.Accounts;
        }

        var people = await accounts.Database.ReadAsync<AccountRow>(
            """
            SELECT id AS Id, email AS Email, name AS Name, security_stamp AS Stamp, two_factor AS TwoFactor,
                   password_hash IS NOT NULL AS HasPassword, closed_at IS NOT NULL AS IsClosed
            FROM account ORDER BY name, email
            """,
            null, cancel);
        var roles = (await accounts.Database.ReadAsync<RoleRow>(
            "SELECT account AS Account, role AS Role, workshop AS Workshop FROM account_role ORDER BY role, workshop", null, cancel))
            .ToLookup(row => row.Account, row => new HeldRole(Enum.Parse<Role>(row.Role), row.Workshop.Length == 0 ? null : row.Workshop));
        var sessions = (await accounts.Database.ReadAsync<SessionRow>(
            "SELECT id AS Id, account AS Account, expires_at AS ExpiresAt FROM account_session", null, cancel))
            .ToLookup(row => row.Account);
        var content = new Content(version, people.ToFrozenDictionary(
            row => row.Id,
            row => new DirectoryEntry(row.Id, row.Email, row.Name, row.Stamp, row.TwoFactor, row.HasPassword, row.IsClosed, [.. roles[row.Id]],
                sessions[row.Id].ToFrozenDictionary(session => session.Id, session => session.ExpiresAt))));
        _content = content;
        return content.Accounts;
    }

    /// <summary>Whether anyone can administer: without, the start prints the link to the first account.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancel) =>
        (await ReadAsync(cancel)).Values.Any(entry => entry is { IsClosed: false, HasPassword: true } && entry.Roles.Any(role => role.Role == Role.Administrator));

    private sealed record Content(long Version, FrozenDictionary<Guid, DirectoryEntry> Accounts);

    private sealed record AccountRow(Guid Id, string Email, string Name, string Stamp, bool TwoFactor, bool HasPassword, bool IsClosed);

    private sealed record RoleRow(Guid Account, string Role, string Workshop);

    private sealed record SessionRow(Guid Id, Guid Account, DateTimeOffset ExpiresAt);
}

/// <summary>An account as others see it.</summary>
internal sealed record DirectoryEntry(
    Guid Id, string Email, string Name, string Stamp, bool TwoFactor, bool HasPassword, bool IsClosed, IReadOnlyList<HeldRole> Roles,
    IReadOnlyDictionary<Guid, DateTimeOffset> Sessions)
{
    public bool HasSession(Guid session, DateTimeOffset now) => Sessions.TryGetValue(session, out var end) && end > now;
}
