using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Seminar.Contracts.Pages;

/// <summary>Asks the host what the person at the other end may do: to show a form only to whom it serves.</summary>
public static class AccessExtensions
{
    /// <summary>Tells whether a policy would let this request through. Showing or hiding is a courtesy; the endpoint's
    /// own <c>RequireAuthorization</c> is the guard.</summary>
    /// <param name="context">The request.</param>
    /// <param name="policy">One of <see cref="Access"/>.</param>
    /// <returns>True when the policy is met.</returns>
    public static async Task<bool> MayAsync(this HttpContext context, string policy)
    {
        ArgumentNullException.ThrowIfNull(context);
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        return (await authorization.AuthorizeAsync(context.User, context, policy)).Succeeded;
    }
}
