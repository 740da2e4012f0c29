using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Workshops;

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

    /// <summary>
    /// For whom the workshop of this endpoint is read. On a page across workshops, the team is whoever belongs to that of each.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <returns>The reader.</returns>
    public static async Task<WorkshopReader> ReaderAsync(this HttpContext context)
    {
        if (await context.MayAsync(Access.Contribute))
        {
            return WorkshopReader.Team;
        }

        return int.TryParse(context.User.FindFirstValue(ParticipantClaims.Group), NumberStyles.None, CultureInfo.InvariantCulture, out var group)
            && await context.MayAsync(Access.Participate)
                ? new WorkshopReader(false, group)
                : WorkshopReader.Anyone;
    }
}
