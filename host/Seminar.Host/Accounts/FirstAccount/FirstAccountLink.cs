using System.Security.Cryptography;
using System.Text;

namespace Seminar.Host.Accounts.FirstAccount;

/// <summary>
/// The link that creates an administrator: 128 random bits, printed at start while there is none, and by the command
/// <c>access</c> for one who is locked out. It serves once and dies with the program.
/// </summary>
internal sealed class FirstAccountLink
{
    public const string Address = "/premier-compte";

    private string? _token;

    public string Make()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Volatile.Write(ref _token, token);
        return $"{Address}?jeton={token}";
    }

    public bool Opens(string? token) => Matches(Volatile.Read(ref _token), token);

    /// <summary>Uses the link up.</summary>
    /// <returns>Whether it was still good: of two at once, one gets it.</returns>
    public bool TryUse(string? token) =>
        Volatile.Read(ref _token) is { } known && Matches(known, token) && Interlocked.CompareExchange(ref _token, null, known) == known;

    private static bool Matches(string? known, string? token) =>
        known is not null && token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(token));
}
