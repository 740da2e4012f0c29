using System.Threading.RateLimiting;

namespace Seminar.Host.Accounts.Mail;

/// <summary>Nobody's mailbox is filled by someone who types its address again and again.</summary>
internal sealed class EmailThrottle : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        email => RateLimitPartition.GetFixedWindowLimiter(email.ToUpperInvariant(), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = 3,
            Window = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));

    public bool TrySendTo(string email)
    {
        using var lease = _limiter.AttemptAcquire(email);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
