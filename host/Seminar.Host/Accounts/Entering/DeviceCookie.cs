using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Seminar.Host.Accounts.Entering;

/// <summary>Tells devices apart by a random number, signed; it holds nothing about anyone.</summary>
internal sealed class DeviceCookie(IDataProtectionProvider protection)
{
    private const string Name = "seminar-device";

    private readonly IDataProtector _protector = protection.CreateProtector("device");

    /// <summary>The device; null when it shows no cookie of ours, as a browser always does after it opened the form.</summary>
    public string? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Name] is { } cookie ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Ensure(HttpContext context)
    {
        if (Read(context) is null)
        {
            context.Response.Cookies.Append(Name, _protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(30),
            });
        }
    }
}
