using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Seminar.Offer.Features.StillRight;

/// <summary>The link by which a structure, without an account, says that its sheets are right: signed by the host, good for a year.</summary>
internal sealed class OwnerLinks(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Seminar.Offer.OwnerLinks").ToTimeLimitedDataProtector();

    public string CodeOf(string structure) => _protector.Protect(structure, TimeSpan.FromDays(365));

    /// <returns>The structure's identifier; null when the code is not ours or too old.</returns>
    public string? StructureOf(string code)
    {
        try
        {
            return _protector.Unprotect(code);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
