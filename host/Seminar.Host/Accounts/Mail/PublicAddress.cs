namespace Seminar.Host.Accounts.Mail;

internal static class PublicAddress
{
    /// <summary>
    /// Where people reach this site: <c>Seminar:PublicAddress</c> when it is configured, since a request's own Host header can
    /// say anything.
    /// </summary>
    public static string Of(HttpContext context, IConfiguration configuration) =>
        configuration["Seminar:PublicAddress"]?.TrimEnd('/') is { Length: > 0 } address
            ? address
            : $"{context.Request.Scheme}://{context.Request.Host}";
}
