using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Seminar.Contracts.Pages;

/// <summary>Where people reach this site, for what leaves it: printed codes, messages.</summary>
public static class SiteAddress
{
    /// <summary>The configured <c>Seminar:PublicAddress</c>, since a request's own Host header can say anything; else the request's.</summary>
    /// <param name="context">The request.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>Scheme, host and port, without a slash at the end.</returns>
    public static string Of(HttpContext context, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Seminar:PublicAddress"]?.TrimEnd('/') is { Length: > 0 } address
            ? address
            : $"{context.Request.Scheme}://{context.Request.Host}";
    }
}
