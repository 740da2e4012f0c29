using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.DataProtection;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Links;

/// <summary>
/// Links that let someone choose a password: once, since choosing changes the stamp that the link was made with, and within
/// <see cref="Lifetime"/>. The newest alone is good, until the account is closed. For an invitation and for a forgotten password alike.
/// </summary>
internal sealed class OneTimeLinks(UserManager<Account> accounts, AccountChanges changes)
{
    public const string Provider = "OneTimeLink";

    public const string Address = "/compte/mot-de-passe";

    private const string Purpose = "choose-password";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>An address on this site. Older ones open nothing any more.</summary>
    public async Task<string> MakeAsync(Account account, CancellationToken cancel)
    {
        var stamp = Account.NewStamp();
        await changes.RenewLinkAsync(account.Id, stamp, cancel);
        var token = await accounts.GenerateUserTokenAsync(account, Provider, PurposeOf(stamp));
        return $"{Address}?compte={account.Id}&jeton={Uri.EscapeDataString(token)}";
    }

    /// <summary>The account that a link is for; null once it was used, is too old or was never ours.</summary>
    public async Task<Account?> ReadAsync(string? account, string? token)
    {
        var found = Guid.TryParse(account, out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        return found is { ClosedAt: null } && token is not null && await accounts.VerifyUserTokenAsync(found, Provider, PurposeOf(found.LinkStamp), token) ? found : null;
    }

    /// <summary>Links that were made before version 0.7 bear no stamp of their own; they stay good until a newer one is made.</summary>
    private static string PurposeOf(string? stamp) => stamp is null ? Purpose : $"{Purpose}:{stamp}";
}

/// <summary>Signs the links with the keys of the data folder.</summary>
internal sealed class OneTimeLinkProvider(IDataProtectionProvider protection, IOptions<OneTimeLinkOptions> options, ILogger<OneTimeLinkProvider> log)
    : DataProtectorTokenProvider<Account>(protection, options, log);

internal sealed class OneTimeLinkOptions : DataProtectionTokenProviderOptions
{
    public OneTimeLinkOptions()
    {
        Name = OneTimeLinks.Provider;
        TokenLifespan = OneTimeLinks.Lifetime;
    }
}
