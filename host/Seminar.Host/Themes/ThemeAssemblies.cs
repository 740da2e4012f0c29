using System.Collections.Concurrent;
using Seminar.Host.Data;

namespace Seminar.Host.Themes;

/// <summary>
/// The code of themes in this process, and the copies of their files that it comes from: whoever replaces a version's folder while it serves
/// changes nothing of what serves.
/// </summary>
internal sealed class ThemeAssemblies(DataFolder data, ThemeOptions options)
{
    // Code that can't leave memory serves again when the same files do: switching a theme off and on costs none.
    private readonly ConcurrentDictionary<string, ThemeLoadContext> _idle = [];
    private readonly ConcurrentBag<WeakReference<ThemeLoadContext>> _left = [];
    private long _copies;

    /// <summary>Versions that no longer serve and that the process still holds; only a counter, nothing waits for them.</summary>
    public int NotServing => _idle.Count + _left.Count(left => left.TryGetTarget(out _));

    /// <summary>Removes the copies of former runs.</summary>
    public void Sweep()
    {
        try
        {
            Directory.Delete(data.ThemesInUse, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // None yet, or one that the system still holds: the next start removes it. Numbers go on after those that are left.
            _copies = Directory.Exists(data.ThemesInUse) ? Environment.TickCount64 : 0;
        }
    }

    public ThemeLoadContext Take(ThemeCandidate candidate)
    {
        var name = $"{candidate.Key} {candidate.VersionText} {candidate.Stamp}";
        if (_idle.TryRemove(name, out var known))
        {
            return known;
        }

        var copy = Path.Combine(data.ThemesInUse, candidate.Key, $"{candidate.VersionText}-{Interlocked.Increment(ref _copies)}");
        CopyFolder(candidate.Folder, copy);
        return new ThemeLoadContext(name, Path.Combine(copy, candidate.Manifest!.Assembly), options.Collectible);
    }

    /// <param name="types">What <see cref="Take"/> gave.</param>
    /// <param name="isSound">Whether it served; what never did is not used again.</param>
    public void GiveBack(ThemeLoadContext types, bool isSound)
    {
        if (isSound && !types.IsCollectible && _idle.TryAdd(types.Name!, types))
        {
            return;
        }

        _left.Add(new WeakReference<ThemeLoadContext>(types));
        if (types.IsCollectible)
        {
            ThemeTraces.Remove(types);
            types.Unload();
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
