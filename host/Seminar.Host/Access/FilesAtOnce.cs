using System.Security.Claims;
using System.Threading.RateLimiting;
using Seminar.Ui;

namespace Seminar.Host.Access;

/// <summary>
/// How many files are made at once for one visitor; the next wait their turn, and beyond that are refused. Strangers, of whom nobody knows who is
/// who, share one part: whoever asks for all of it takes nothing from those who have entered.
/// </summary>
internal static class FilesAtOnce
{
    public const int ForOne = 3;
    public const int ForStrangers = 12;

    private const int Waiting = 30;

    public static void AddFilesAtOnce(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(MadeFiles.Policy, PartOf);
    });

    public static RateLimitPartition<string> PartOf(HttpContext context)
    {
        var visitor = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.Identity?.AuthenticationType ?? "";
        return RateLimitPartition.GetConcurrencyLimiter(visitor, name => new ConcurrencyLimiterOptions
        {
            PermitLimit = name.Length == 0 ? ForStrangers : ForOne, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
