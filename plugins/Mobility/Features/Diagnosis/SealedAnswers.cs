using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>
/// The answers in an address that nobody else can read: a commune beside a question on health belongs neither in the history of a shared
/// computer nor in the log of a server on the way.
/// </summary>
internal sealed class SealedAnswers(IDataProtectionProvider protection)
{
    /// <summary>Name of the field, in addresses and in forms.</summary>
    public const string Field = "suite";

    private readonly IDataProtector _protector = protection.CreateProtector("Seminar.Themes.Mobility.Diagnosis");

    public string Seal(Conversation conversation) => _protector.Protect(conversation.ToString());

    /// <param name="seal">The sealed answers; none at the very beginning.</param>
    /// <param name="more">What was answered just now.</param>
    /// <param name="today">The day of a conversation that begins.</param>
    /// <returns>The conversation; null when the seal is not ours.</returns>
    public Conversation? Open(string? seal, IEnumerable<KeyValuePair<string, StringValues>> more, DateOnly today)
    {
        if (string.IsNullOrEmpty(seal))
        {
            return Conversation.Read(more, Guide.Shared, today);
        }

        try
        {
            var given = QueryHelpers.ParseQuery(_protector.Unprotect(seal));
            return Conversation.Read(given.Where(field => !more.Any(newer => newer.Key == field.Key)).Concat(more), Guide.Shared, today);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
