using System.Collections.Concurrent;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;

namespace Seminar.Host.Themes;

/// <summary>
/// The themes of this host: finds them, starts them, switches them on and off and replaces their versions while serving.
/// A theme is built whole, then published by one assignment.
/// </summary>
internal sealed class ThemeRegistry(
    ThemeFolders folders, ThemeLoader loader, ThemeSettings settings, ModuleEndpoints endpoints, ILogger<ThemeRegistry> log)
    : IThemes, IAsyncDisposable
{
    /// <summary>Requests that were matched before a change still come in for a moment; on a machine that is very busy, a long one.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentBag<WeakReference<ThemeLoadContext>> _retired = [];
    private readonly SemaphoreSlim _changes = new(1, 1);
    private volatile IReadOnlyList<ThemeEntry> _entries = [];
    private long _version;

    /// <summary>Goes up with each change of what runs.</summary>
    public long Version => Interlocked.Read(ref _version);

    public IReadOnlyList<RunningTheme> RunningThemes { get; private set; } = [];

    public IReadOnlyList<IRunningTheme> Running => RunningThemes;

    public IReadOnlyList<ThemeStatus> All => [.. _entries.Select(entry => entry.Status)];

    /// <summary>Replaced versions that the runtime still holds; only a counter, nothing waits for them.</summary>
    public int NotYetUnloaded => _retired.Count(types => types.TryGetTarget(out _));

    public RunningTheme? Find(string key) => RunningThemes.FirstOrDefault(theme => theme.Identity.Key == key);

    /// <summary>Finds and starts every theme that is switched on, side by side.</summary>
    public void Start()
    {
        var found = folders.Find();
        var started = new ThemeEntry[found.Count];
        Parallel.For(0, found.Count, index => started[index] = Begin(found[index]));
        endpoints.SetAll(started.Where(entry => entry.Theme is not null)
            .Select(entry => KeyValuePair.Create(entry.Status.Key, entry.Theme!.Endpoints)));
        Publish(started);
    }

    /// <summary>Changes what the administrator wants of a theme, and makes it so at once.</summary>
    /// <returns>The new status, or null when there is no such theme.</returns>
    public async Task<ThemeStatus?> ApplyAsync(string key, Func<ThemeSetting, ThemeSetting> change)
    {
        await _changes.WaitAsync();
        try
        {
            // Read again from disk: a version may have come or gone since the start.
            var candidates = folders.Find().FirstOrDefault(group => group.Key == key);
            var before = _entries.FirstOrDefault(entry => entry.Status.Key == key);
            if (candidates is null)
            {
                return before?.Status;
            }

            settings.Change(key, change);
            if (before?.Theme is { } running && FirstChoice(candidates) == running.Identity.Version)
            {
                return before.Status;
            }

            var after = Begin(candidates);
            await ReplaceAsync(before, after);
            return after.Status;
        }
        finally
        {
            _changes.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var theme in RunningThemes)
        {
            await theme.DisposeAsync();
        }

        RunningThemes = [];
        _changes.Dispose();
    }

    private async Task ReplaceAsync(ThemeEntry? before, ThemeEntry after)
    {
        endpoints.Set(after.Status.Key, after.Theme?.Endpoints ?? []);
        Publish(_entries.Where(entry => entry != before).Append(after));
        if (before?.Theme is { } former)
        {
            await Task.Delay(Grace);
            _retired.Add(new WeakReference<ThemeLoadContext>(former.Types));
            await former.DisposeAsync();
        }
    }

    private void Publish(IEnumerable<ThemeEntry> entries)
    {
        _entries = [.. entries.OrderBy(entry => entry.Order).ThenBy(entry => entry.Status.Key, StringComparer.Ordinal)];
        RunningThemes = [.. _entries.Select(entry => entry.Theme).OfType<RunningTheme>()];
        Interlocked.Increment(ref _version);
    }

    private ThemeEntry Begin(IGrouping<string, ThemeCandidate> candidates)
    {
        var setting = settings.Of(candidates.Key);
        var newest = Ranked(candidates)[0];
        if (!setting.Enabled)
        {
            return ThemeEntry.Off(newest);
        }

        ThemeFailure? firstFailure = null;
        ThemeCandidate? firstFailed = null;
        foreach (var candidate in InOrderOfTrial(candidates, setting))
        {
            try
            {
                var theme = loader.Load(candidate.Manifest ?? throw candidate.Failure!, candidate.Folder);
                settings.Change(candidates.Key, before => before with { LastGood = theme.Identity.Version });
                return ThemeEntry.Started(theme, firstFailure, firstFailed);
            }
            catch (ThemeFailure failure)
            {
                log.LogWarning("Theme {Key}: {Reason}", candidates.Key, failure.Reason);
                firstFailure ??= failure;
                firstFailed ??= candidate;
            }
        }

        return firstFailure is null
            ? ThemeEntry.Stopped(newest, ThemeState.Failed, $"La version épinglée {setting.Pinned} n’est pas dans le dossier.", "Installez cette version, ou retirez l’épingle.")
            : ThemeEntry.Stopped(firstFailed!, firstFailure.State, firstFailure.Reason, firstFailure.Remedy);
    }

    /// <summary>The version that would be tried first, or null when the theme is off.</summary>
    private string? FirstChoice(IGrouping<string, ThemeCandidate> candidates)
    {
        var setting = settings.Of(candidates.Key);
        return setting.Enabled ? InOrderOfTrial(candidates, setting).FirstOrDefault()?.VersionText : null;
    }

    /// <summary>The pinned version alone; otherwise the newest one, then the last that started well, then the others.</summary>
    private static IEnumerable<ThemeCandidate> InOrderOfTrial(IEnumerable<ThemeCandidate> candidates, ThemeSetting setting)
    {
        var ranked = Ranked(candidates);
        return setting.Pinned is { } pinned
            ? ranked.Where(candidate => candidate.VersionText == pinned)
            : ranked.Take(1).Concat(ranked.Skip(1).OrderByDescending(candidate => candidate.VersionText == setting.LastGood));
    }

    private static List<ThemeCandidate> Ranked(IEnumerable<ThemeCandidate> candidates) =>
        [.. candidates.OrderByDescending(candidate => candidate.Manifest?.Version)];
}

/// <summary>A theme as the registry holds it: what is said of it and, while it runs, the theme itself.</summary>
internal sealed record ThemeEntry(ThemeStatus Status, int Order, RunningTheme? Theme)
{
    public static ThemeEntry Started(RunningTheme theme, ThemeFailure? newerFailed, ThemeCandidate? newer)
    {
        var reason = newerFailed is null ? null : $"La version {newer!.VersionText ?? Path.GetFileName(newer.Folder)} n’a pas démarré ({newerFailed.Reason}) ; la version {theme.Identity.Version} sert à sa place.";
        return new ThemeEntry(StatusOf(theme.Manifest, ThemeState.Running, reason, newerFailed?.Remedy), theme.Identity.Order, theme);
    }

    public static ThemeEntry Stopped(ThemeCandidate candidate, ThemeState state, string reason, string remedy) =>
        candidate.Manifest is { } manifest
            ? new ThemeEntry(StatusOf(manifest, state, reason, remedy), manifest.Order, null)
            : new ThemeEntry(new ThemeStatus(candidate.Key, candidate.Key, "", null, null, state, reason, remedy), int.MaxValue, null);

    /// <summary>What the manifests and settings alone tell of a theme, without loading it.</summary>
    public static ThemeEntry Foresee(IEnumerable<ThemeCandidate> versions, ThemeSetting setting)
    {
        var ranked = versions.OrderByDescending(candidate => candidate.Manifest?.Version).ToList();
        var newest = ranked.Find(candidate => candidate.VersionText == setting.Pinned) ?? ranked[0];
        if (!setting.Enabled)
        {
            return Off(newest);
        }

        try
        {
            ThemeLoader.RequireContract(newest.Manifest ?? throw newest.Failure!);
            return new ThemeEntry(StatusOf(newest.Manifest, ThemeState.Running, null, null), newest.Manifest.Order, null);
        }
        catch (ThemeFailure failure)
        {
            return Stopped(newest, failure.State, failure.Reason, failure.Remedy);
        }
    }

    public static ThemeEntry Off(ThemeCandidate candidate) => Stopped(
        candidate, ThemeState.Disabled, "Désactivée par l’administrateur.", "Activez-la quand vous en avez besoin : ses données sont gardées.");

    private static ThemeStatus StatusOf(ThemeManifest manifest, ThemeState state, string? reason, string? remedy) => new(
        manifest.Key, manifest.Name, manifest.Slug, manifest.Version.ToNormalizedString(), manifest.Contract.OriginalString, state, reason, remedy);
}
