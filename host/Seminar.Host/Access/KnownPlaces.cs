using System.Collections.Concurrent;
using System.Security.Claims;

namespace Seminar.Host.Access;

/// <summary>
/// Participants who were looked up, as long as the people's database is as it was then; and never for long, since sessions end
/// by the clock too.
/// </summary>
internal sealed class KnownPlaces
{
    private const int Most = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Known> _known = new();

    public ClaimsPrincipal? Find(string cookie, long version, DateTimeOffset now) =>
        _known.TryGetValue(cookie, out var found) && found.Version == version && now - found.At < Longest ? found.Visitor : null;

    public void Keep(string cookie, long version, DateTimeOffset now, ClaimsPrincipal visitor)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[cookie] = new Known(version, now, visitor);
    }

    private sealed record Known(long Version, DateTimeOffset At, ClaimsPrincipal Visitor);
}
