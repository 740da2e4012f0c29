using System.Security.Cryptography;
using OtpNet;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>The codes of an authenticator application and the recovery codes. Each opens once.</summary>
internal sealed class SecondFactor(AccountChanges changes, TimeProvider clock)
{
    private const int Recoveries = 8;

    // Without letters that look alike, or make words.
    private const string Letters = "23456789BCDFGHJKMNPQRTVWXY";

    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, Recoveries).Select(_ => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}")];

    /// <summary>Uses a code up.</summary>
    /// <returns>False when it is not right, or has served.</returns>
    public async Task<bool> UseAsync(Account account, string? typed, CancellationToken cancel)
    {
        var code = Clean(typed);
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
        {
            return StepOf(account, code) is { } step && await changes.UseAuthenticatorAsync(account, step, cancel);
        }

        return await changes.UseRecoveryCodeAsync(account, code, cancel);
    }

    /// <summary>The half minute that a code of the application belongs to; one before and one after are allowed, since clocks differ.</summary>
    /// <returns>Null when it is not right now.</returns>
    public long? StepOf(Account account, string? typed) =>
        account.AuthenticatorKey is { } key
        && new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.GetUtcNow().UtcDateTime, Clean(typed), out var step, VerificationWindow.RfcSpecifiedNetworkDelay)
            ? step
            : null;

    private static string Clean(string? typed) => (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
}
