using System.Collections.Concurrent;

namespace Seminar.Workshops.Features.LiveFeed;

/// <summary>Which groups are connected and which are writing, as far as anyone can tell just now. Not kept anywhere.</summary>
internal sealed class Presence
{
    private static readonly TimeSpan StillWriting = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<int, int> _devices = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _writing = new();

    private int _all;

    public int Devices => Volatile.Read(ref _all);

    public void Enter(int? group)
    {
        Interlocked.Increment(ref _all);
        _devices.AddOrUpdate(group ?? 0, 1, (_, count) => count + 1);
    }

    public void Leave(int? group)
    {
        Interlocked.Decrement(ref _all);
        _devices.AddOrUpdate(group ?? 0, 0, (_, count) => count - 1);
    }

    public void Writes(int group, DateTimeOffset now) => _writing[group] = now;

    public IReadOnlyList<GroupPresence> Read(DateTimeOffset now) =>
        [.. _devices.Keys.Union(_writing.Keys).Where(group => group > 0).Order()
            .Select(group => new GroupPresence(group, _devices.GetValueOrDefault(group), _writing.TryGetValue(group, out var at) && now - at < StillWriting))];
}

/// <summary>A group as the facilitator sees it.</summary>
/// <param name="Group">Its number.</param>
/// <param name="Devices">How many of its devices are connected.</param>
/// <param name="Writes">Whether someone is typing.</param>
internal sealed record GroupPresence(int Group, int Devices, bool Writes);
