using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Http.Metadata;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Audit;

/// <summary>Writes down who did what: every request that changes something, allowed or refused, and every entrance.</summary>
internal sealed class Trail(AccountsDatabase accounts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task WriteAsync(HttpContext context, RouteEndpoint endpoint) => accounts.Database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO trail (at, who, what, address, status) VALUES (@at, @who, @what, @address, @status)",
            new
            {
                at = clock.GetUtcNow(),
                who = Who(context),
                what = What(context, endpoint),
                address = Address(context, endpoint),
                status = context.Response.StatusCode,
            }),
        CancellationToken.None);

    public Task ForgetOldAsync(CancellationToken cancel) => accounts.Database.WriteAsync(
        connection => connection.Execute("DELETE FROM trail WHERE at < @limit", new { limit = clock.GetUtcNow() - Kept }), cancel);

    private static string Who(HttpContext context)
    {
        var user = context.User;
        if (Visitor.AccountOf(user) is { } account)
        {
            return $"account:{account}";
        }

        if (user.Identity is { IsAuthenticated: true, AuthenticationType: KeyAuthentication.SchemeName })
        {
            return "key";
        }

        return user.FindFirst(ParticipantClaims.Badge)?.Value is { } badge ? $"badge:{badge}"
            : user.FindFirst(ParticipantClaims.Group)?.Value is { } group ? $"tablet:{group}"
            : "stranger";
    }

    private static string What(HttpContext context, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary
        ?? string.Create(CultureInfo.InvariantCulture, $"{context.Request.Method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}");

    /// <summary>Identifiers of things, never a query, and never the code of a badge.</summary>
    private static string Address(HttpContext context, RouteEndpoint endpoint) =>
        endpoint.RoutePattern.GetParameter("code") is null ? context.Request.Path.Value ?? "" : "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
