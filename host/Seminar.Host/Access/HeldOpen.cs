using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Modules;

namespace Seminar.Host.Access;

/// <summary>
/// What is held open, such as the feed of a board, ends with the right to it: a badge revoked, a session ended, an account closed,
/// another group or role, a seminar no longer published. Who is at the other end is asked anew every few seconds, when anything that
/// it depends on was written; and from time to time, since sessions end by the clock too.
/// </summary>
internal static class HeldOpen
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(30);

    public static void UseHeldOpen(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null)
        {
            await next(context);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var served = new CancellationTokenSource();
        var watching = WatchAsync(app.Services, new Visit(context), ended, served.Token);
        context.RequestAborted = ended.Token;
        try
        {
            await next(context);
        }
        finally
        {
            await served.CancelAsync();
            await watching;
        }
    });

    private static async Task WatchAsync(IServiceProvider services, Visit visit, CancellationTokenSource ended, CancellationToken served)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        using var timer = new PeriodicTimer(LookEvery, clock);
        var (stamp, asked) = (StampOf(services), clock.GetUtcNow());
        try
        {
            while (await timer.WaitForNextTickAsync(served))
            {
                if (StampOf(services) is var now && (now != stamp || clock.GetUtcNow() - asked > AskEvery))
                {
                    (stamp, asked) = (now, clock.GetUtcNow());
                    if (!await visit.IsStillLetInAsync(services))
                    {
                        await ended.CancelAsync();
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (served.IsCancellationRequested)
        {
            // They left.
        }
        catch (Exception exception)
        {
            // In doubt nobody stays: whoever may comes back at once.
            services.GetRequiredService<ILogger<Visit>>().LogWarning(exception, "Whether someone may still read could not be told");
            await ended.CancelAsync();
        }
    }

    /// <summary>Changes whenever something was written that rights may rest on.</summary>
    private static (long People, long Accounts, long Seminar) StampOf(IServiceProvider services) => (
        services.GetRequiredService<PeopleHosting>().Database.Version,
        services.GetRequiredService<AccountsDatabase>().Database.Version,
        services.GetRequiredService<SeminarModule>().Database.Version);

    /// <summary>Who came in, by what, and to where.</summary>
    private sealed class Visit(HttpContext context)
    {
        private readonly Endpoint _endpoint = context.GetEndpoint()!;
        private readonly HashSet<(string, string)> _claims = ClaimsOf(context.User);
        private readonly string _cookie = context.Request.Headers.Cookie.ToString();
        private readonly string _authorization = context.Request.Headers.Authorization.ToString();
        private readonly RouteValueDictionary _route = new(context.Request.RouteValues);

        /// <summary>Asks as if the request came anew; whoever is someone else by now, or may do something else, comes in anew.</summary>
        public async Task<bool> IsStillLetInAsync(IServiceProvider services)
        {
            await using var scope = services.CreateAsyncScope();
            var again = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            again.SetEndpoint(_endpoint);
            again.Request.RouteValues = _route;
            if (_cookie.Length > 0)
            {
                again.Request.Headers.Cookie = _cookie;
            }

            if (_authorization.Length > 0)
            {
                again.Request.Headers.Authorization = _authorization;
            }

            again.User = (await again.AuthenticateAsync()).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
            return ClaimsOf(again.User).SetEquals(_claims) && await MayAsync(scope.ServiceProvider, again);
        }

        private async Task<bool> MayAsync(IServiceProvider services, HttpContext again)
        {
            var rights = services.GetRequiredService<IAuthorizationService>();
            foreach (var asked in _endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            {
                if (!(await rights.AuthorizeAsync(again.User, again, asked.Policy!)).Succeeded)
                {
                    return false;
                }
            }

            return true;
        }

        private static HashSet<(string, string)> ClaimsOf(ClaimsPrincipal visitor) => [.. visitor.Claims.Select(claim => (claim.Type, claim.Value))];
    }
}
