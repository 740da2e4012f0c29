using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>
/// The answers in an address that nobody else can read: a commune beside a question on health belongs neither in the history of a shared
/// computer nor in the log of a server on the way. It opens for a while only.
/// </summary>
internal sealed class SealedAnswers(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Name of the field, in addresses and in forms.</summary>
    public const string Field = "suite";

    /// <summary>How long it opens, from the day when the conversation began: sealing it anew gives it no more time.</summary>
    public const int Days = 60;

    private readonly IDataProtector _protector = protection.CreateProtector("Seminar.Themes.Mobility.Diagnosis");

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public string Seal(Conversation conversation) => _protector.Protect(conversation.ToString());

    public OpenedSeal Open(string? seal)
    {
        try
        {
            var conversation = string.IsNullOrEmpty(seal) ? null : Conversation.Parse(_protector.Unprotect(seal), Guide.Shared);
            return conversation?.Day.AddDays(Days) < Today ? new OpenedSeal(null, IsExpired: true) : new OpenedSeal(conversation, IsExpired: false);
        }
        catch (CryptographicException)
        {
            return new OpenedSeal(null, IsExpired: false);
        }
    }
}

/// <summary>What was under a seal.</summary>
/// <param name="Conversation">The conversation; null when there is none, when it was not sealed here, or too long ago.</param>
/// <param name="IsExpired">Whether it was sealed here, too long ago.</param>
internal sealed record OpenedSeal(Conversation? Conversation, bool IsExpired);
