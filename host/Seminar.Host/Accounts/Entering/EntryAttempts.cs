using System.Threading.RateLimiting;

namespace Seminar.Host.Accounts.Entering;

/// <summary>
/// Counts the attempts to enter with a code: by device and by code, never by network address, which a whole venue shares.
/// Kept in memory: a restart forgets.
/// </summary>
internal sealed class EntryAttempts : IDisposable
{
    public const int PerDevice = 10;
    public const int PerCode = 10;
    public const int PerCodeAndDay = 50;

    private readonly PartitionedRateLimiter<string> _devices = Limit(PerDevice, TimeSpan.FromMinutes(10));
    private readonly PartitionedRateLimiter<string> _codes = PartitionedRateLimiter.CreateChained(
        Limit(PerCode, TimeSpan.FromMinutes(15)), Limit(PerCodeAndDay, TimeSpan.FromDays(1)));

    /// <summary>Takes one of a device's attempts.</summary>
    /// <returns>False when none is left for now.</returns>
    public bool TryFrom(string device) => Take(_devices, device);

    /// <summary>Takes one of the attempts on a code, known by the part of it that is no secret.</summary>
    public bool TryOn(string publicPart) => Take(_codes, publicPart);

    public void Dispose()
    {
        _devices.Dispose();
        _codes.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limit(int attempts, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = attempts,
            Window = window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        }));
}
