using System.Security.Cryptography;
using System.Text;
using Dapper;
using Seminar.Contracts.Storage;

namespace Seminar.People.Badges.Codes;

/// <summary>
/// The codes that open a participant's session. None is stored: each is derived, with HMAC-SHA256, from a 256-bit key
/// of the seminar, the badge and its version, so that a badge can be printed again and, by raising the version, revoked.
/// </summary>
/// <remarks>
/// The short code (typed) has a public part, which tells whose attempts to count, and a secret of 30 bits; the link (QR
/// code) has a secret of 125 bits. With at most 50 failed attempts a day on one short code, a day of attacking all of
/// 500 badges opens one with a probability of 500 × 50 / 2^30, about 1 in 43,000.
/// </remarks>
internal sealed class BadgeCodes(IModuleDatabase database)
{
    private const int ShortSecret = 6;
    private const int LongSecret = 25;

    private readonly Lazy<Task<byte[]>> _key = new(() => ReadKeyAsync(database));

    /// <summary>What is printed under the QR code and typed: <c>042-K7QM3X</c>.</summary>
    public async Task<string> ShortAsync(BadgeIdentity badge) => $"{badge.PublicPart}-{Secret(await _key.Value, badge, ShortSecret)}";

    /// <summary>What the QR code carries, after the address of the site: <c>/b/042-…</c>.</summary>
    public async Task<string> LinkAsync(BadgeIdentity badge) => $"/b/{badge.PublicPart}-{Secret(await _key.Value, badge, LongSecret)}";

    /// <summary>Whether a code, short or long, is this badge's. Takes the same time whatever is wrong in it.</summary>
    public async Task<bool> IsRightAsync(BadgeIdentity badge, GivenCode given)
    {
        if (given.Secret.Length is not (ShortSecret or LongSecret))
        {
            return false;
        }

        var expected = Secret(await _key.Value, badge, given.Secret.Length);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given.Secret));
    }

    private static string Secret(byte[] key, BadgeIdentity badge, int length)
    {
        // The length is part of what is signed: the short code is no beginning of the long one.
        var mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{badge.Kind}:{badge.Id}:{badge.Version}:{length}"));
        return string.Create(length, mac, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet.Letter(bytes[i]);
            }
        });
    }

    private static async Task<byte[]> ReadKeyAsync(IModuleDatabase database) => await database.WriteAsync(
        connection =>
        {
            connection.Execute(
                "INSERT INTO setting (only_one, codes_key) VALUES (1, @key) ON CONFLICT (only_one) DO NOTHING",
                new { key = RandomNumberGenerator.GetBytes(32) });
            return connection.ExecuteScalar<byte[]>("SELECT codes_key FROM setting")!;
        },
        CancellationToken.None);
}
