using System.Collections.Concurrent;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;

namespace Seminar.Host.Themes;

/// <summary>
/// The themes of this host: finds them, starts them, switches them on and off and replaces their versions while serving.
/// A theme is built whole, then published by one assignment.
/// </summary>
internal sealed class ThemeRegistry(
    ThemeFolders folders, ThemeLoader loader, ThemeAssemblies assemblies, ThemeStarts starts, ThemeSettings settings, ThemeOptions options,
    ModuleEndpoints endpoints, ILogger<ThemeRegistry> log)
    : IThemes, IAsyncDisposable
{
    // One change of a theme at a time; those of others do not wait for it.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = [];
    private readonly Lock _publishing = new();
    private volatile IReadOnlyList<ThemeEntry> _entries = [];
    private volatile bool _hasStarted;
    private long _version;

    /// <summary>Something happened in the folder of the themes, and the list says so.</summary>
    public event Action? FolderChanged;

    /// <summary>Goes up with each change of what runs.</summary>
    public long Version => Interlocked.Read(ref _version);

    public IReadOnlyList<RunningTheme> RunningThemes { get; private set; } = [];

    public IReadOnlyList<IRunningTheme> Running => RunningThemes;

    public IReadOnlyList<ThemeStatus> All => [.. _entries.Select(entry => entry.Status)];

    public RunningTheme? Find(string key) => RunningThemes.FirstOrDefault(theme => theme.Identity.Key == key);

    /// <summary>Finds and starts every theme that is switched on.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        starts.Settle();
        assemblies.Sweep();
        var found = folders.Find().ToLookup(MayStartBesideOthers);

        // Side by side; but one that has not yet started well here goes alone, so that nobody else is taken for a culprit.
        List<ThemeEntry> started = [.. await Task.WhenAll(found[true].Select(candidates => BeginAsync(candidates, null, cancel)))];
        foreach (var candidates in found[false])
        {
            started.Add(await BeginAsync(candidates, null, cancel));
        }

        endpoints.SetAll(started.Where(entry => entry.Theme is not null)
            .Select(entry => KeyValuePair.Create(entry.Told.Key, entry.Theme!.Endpoints)));
        Publish(_ => started);
        _hasStarted = true;
    }

    /// <summary>Changes what the administrator wants of a theme, and makes it so at once.</summary>
    /// <returns>The new status, or null when there is no such theme.</returns>
    public Task<ThemeStatus?> ApplyAsync(string key, Func<ThemeSetting, ThemeSetting> change) => InTurnAsync(key, async () =>
    {
        var (candidates, before) = Known(key);
        if (candidates is null && before is null && !settings.Knows(key))
        {
            return null;
        }

        settings.Change(key, change);
        if (candidates is null)
        {
            return await ReplaceAsync(key, before, WithoutFolder(key, before));
        }

        starts.Forgive(candidates);
        var after = await BeginAsync(candidates, before?.Theme, CancellationToken.None);
        if (after.Theme is null && before?.Theme is { } serving && settings.Of(key).Enabled)
        {
            after = ThemeEntry.Kept(serving, after);
        }

        return await ReplaceAsync(key, before, after);
    });

    /// <summary>Holds a theme at a version, which has to start first: what serves goes on until then, and if it doesn't.</summary>
    public Task<PinnedTheme?> PinAsync(string key, string version) => InTurnAsync(key, async () =>
    {
        var (candidates, before) = Known(key);
        if (candidates is null)
        {
            return before is null
                ? null
                : PinnedTheme.Refused($"Le dossier de la thématique « {key} » a disparu : rien n’a été changé. {before.Status.Remedy}");
        }

        if (candidates.FirstOrDefault(candidate => candidate.VersionText == version) is not { } wanted)
        {
            return PinnedTheme.Refused(PinnedTheme.Absent(version, candidates));
        }

        var pinned = settings.Of(key) with { Pinned = version };
        starts.Forgive([wanted]);
        var after = await BeginAsync(candidates, before?.Theme, CancellationToken.None, pinned);
        if (pinned.Enabled && after.Theme is null)
        {
            var goesOn = before?.Theme is { } serving ? $" et la version {serving.Identity.Version} sert toujours" : "";
            return PinnedTheme.Refused(
                $"La version {version} ne démarre pas, rien n’a été changé{goesOn}. {after.Status.Reason} {after.Status.Remedy}");
        }

        settings.Change(key, setting => setting with { Pinned = version });
        return new PinnedTheme(await ReplaceAsync(key, before, after), null);
    });

    /// <summary>Looks again at the folder of the themes, and tells what came, went or changed. Starts and stops nothing.</summary>
    public void LookAgain()
    {
        var found = folders.Find().ToDictionary(candidates => candidates.Key, Ranked);
        lock (_publishing)
        {
            var entries = _entries.Where(entry => entry.Seen.Count > 0 || entry.Theme is not null)
                .Select(entry => entry with { News = FolderNews.Of(entry, found.GetValueOrDefault(entry.Told.Key) ?? []) })
                .ToList();
            var known = entries.Select(entry => entry.Told.Key).ToHashSet();
            entries.AddRange(found.Where(theme => !known.Contains(theme.Key)).Select(theme => ThemeEntry.New(theme.Value)));
            var before = All;
            Set(entries);
            if (All.SequenceEqual(before))
            {
                return;
            }

            foreach (var status in All.Except(before))
            {
                log.LogInformation("Theme {Key}: {Reason}", status.Key, status.Reason);
            }
        }

        FolderChanged?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(RunningThemes.Select(RetireAsync));
        RunningThemes = [];
    }

    private async Task<T> InTurnAsync<T>(string key, Func<Task<T>> change)
    {
        var turn = _turns.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync();
        try
        {
            return await change();
        }
        finally
        {
            turn.Release();
        }
    }

    // Read again from disk: a version may have come or gone since the start.
    private (IGrouping<string, ThemeCandidate>? Candidates, ThemeEntry? Entry) Known(string key) =>
        (folders.Find().FirstOrDefault(group => group.Key == key), _entries.FirstOrDefault(entry => entry.Told.Key == key));

    private async Task<ThemeStatus?> ReplaceAsync(string key, ThemeEntry? before, ThemeEntry after)
    {
        if (after.Theme != before?.Theme)
        {
            endpoints.Set(key, after.Theme?.Endpoints ?? []);
        }

        Publish(entries => entries.Where(entry => entry.Told.Key != key).Append(after));
        if (before?.Theme is { } former && former != after.Theme)
        {
            await RetireAsync(former);
        }

        return after.Status;
    }

    /// <summary>
    /// Closes what no longer serves. Its own code may throw or never end: nobody waits for it longer than for a step of a start.
    /// </summary>
    private async Task RetireAsync(RunningTheme former)
    {
        var closing = Task.Factory.StartNew(
            () => former.DisposeAsync().AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            await closing.WaitAsync(options.StepLimit);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Theme {Key} {Version} did not close well", former.Identity.Key, former.Identity.Version);
        }
    }

    private void Publish(Func<IEnumerable<ThemeEntry>, IEnumerable<ThemeEntry>> change)
    {
        lock (_publishing)
        {
            Set(change(_entries));
            RunningThemes = [.. _entries.Select(entry => entry.Theme).OfType<RunningTheme>()];
            Interlocked.Increment(ref _version);
        }
    }

    private void Set(IEnumerable<ThemeEntry> entries) =>
        _entries = [.. entries.OrderBy(entry => entry.Order).ThenBy(entry => entry.Told.Key, StringComparer.Ordinal)];

    private ThemeEntry WithoutFolder(string key, ThemeEntry? before)
    {
        if (!settings.Of(key).Enabled)
        {
            return before?.Seen is [var seen, ..] ? ThemeEntry.Off(seen) with { Seen = before.Seen } : ThemeEntry.Off(key);
        }

        return before is null ? ThemeEntry.WithoutFolder(key) : before with { News = FolderNews.Of(before, []) };
    }

    /// <param name="candidates">The versions of a theme.</param>
    /// <param name="serving">The version that serves now: it is not started a second time.</param>
    /// <param name="cancel">The program is being stopped.</param>
    /// <param name="wanted">What the administrator would have; by default, the settings.</param>
    private async Task<ThemeEntry> BeginAsync(
        IGrouping<string, ThemeCandidate> candidates, RunningTheme? serving, CancellationToken cancel, ThemeSetting? wanted = null) =>
        await ChooseAsync(candidates.Key, Ranked(candidates), serving, wanted ?? settings.Of(candidates.Key), cancel) with { Seen = Ranked(candidates) };

    private async Task<ThemeEntry> ChooseAsync(
        string key, List<ThemeCandidate> ranked, RunningTheme? serving, ThemeSetting setting, CancellationToken cancel)
    {
        if (!setting.Enabled)
        {
            return ThemeEntry.Off(ranked[0]);
        }

        ThemeFailure? firstFailure = null;
        ThemeCandidate? firstFailed = null;
        foreach (var candidate in InOrderOfTrial(ranked, setting, serving))
        {
            try
            {
                var theme = serving?.IsOf(candidate) == true ? serving : await TryAsync(candidate, cancel);
                settings.Change(key, before => before with { LastGood = theme.Identity.Version });
                return ThemeEntry.Started(theme, firstFailure, firstFailed);
            }
            catch (ThemeFailure failure)
            {
                log.LogWarning("Theme {Key}: {Reason}", key, failure.Reason);
                firstFailure ??= failure;
                firstFailed ??= candidate;
            }
        }

        return firstFailure is not null ? ThemeEntry.Stopped(firstFailed!, firstFailure)
            : options.Safe && !_hasStarted ? LeftOut.Unproven(ranked[0])
            : ThemeEntry.Stopped(
                ranked[0], ThemeState.Failed, PinnedTheme.Absent(setting.Pinned!, ranked), "Installez cette version, ou retirez l’épingle.");
    }

    private Task<RunningTheme> TryAsync(ThemeCandidate candidate, CancellationToken cancel)
    {
        LeftOut.Refuse(candidate, starts.Of(candidate));
        var sameAddress = RunningThemes.Where(theme => theme.Identity.Slug == candidate.Manifest?.Slug);
        if (sameAddress.FirstOrDefault(theme => theme.Identity.Key != candidate.Key) is { } owner)
        {
            // Its folder may be gone: it serves all the same.
            throw ThemeFolders.TakenAddress(owner.Identity.Slug, owner.Identity.Key);
        }

        return loader.LoadAsync(candidate, cancel);
    }

    /// <summary>The pinned version alone; otherwise the newest, the one that serves, the last that started well, the others.</summary>
    private IEnumerable<ThemeCandidate> InOrderOfTrial(List<ThemeCandidate> ranked, ThemeSetting setting, RunningTheme? serving)
    {
        var order = setting.Pinned is { } pinned
            ? ranked.Where(candidate => candidate.VersionText == pinned)
            : ranked.Take(1).Concat(ranked.Skip(1)
                .OrderByDescending(candidate => serving?.IsOf(candidate) == true)
                .ThenByDescending(candidate => candidate.VersionText == setting.LastGood));
        return options.Safe && !_hasStarted ? order.Where(candidate => starts.Of(candidate).HasServed) : order;
    }

    private bool MayStartBesideOthers(IEnumerable<ThemeCandidate> candidates) =>
        candidates.All(candidate => candidate.Manifest is null || starts.Of(candidate).IsProven);

    private static List<ThemeCandidate> Ranked(IEnumerable<ThemeCandidate> candidates) =>
        [.. candidates.OrderByDescending(candidate => candidate.Manifest?.Version)];
}
