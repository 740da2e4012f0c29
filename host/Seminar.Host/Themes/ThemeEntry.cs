using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>A theme as the registry holds it: what is said of it and, while it runs, the theme itself.</summary>
/// <param name="Told">What was said of it when it was last started or stopped.</param>
/// <param name="Order">Its place in lists.</param>
/// <param name="Theme">What serves, if anything does.</param>
internal sealed record ThemeEntry(ThemeStatus Told, int Order, RunningTheme? Theme)
{
    private const string SwitchedOff = "Désactivée par l’administrateur.";
    private const string HowToEnable = "Activez-la quand vous en avez besoin : ses données sont gardées.";

    /// <summary>The versions in its folder when it was last started or stopped.</summary>
    public IReadOnlyList<ThemeCandidate> Seen { get; init; } = [];

    /// <summary>What happened to its folder since.</summary>
    public FolderNews? News { get; init; }

    public ThemeStatus Status => News is null ? Told : Told with
    {
        Reason = Told.Reason is null ? News.Reason : $"{News.Reason} {Told.Reason}",
        Remedy = News.Remedy,
    };

    public static ThemeEntry Started(RunningTheme theme, ThemeFailure? newerFailed, ThemeCandidate? newer)
    {
        var reason = newerFailed is null
            ? null
            : $"La version {newer!.VersionText ?? Path.GetFileName(newer.Folder)} n’a pas démarré ({newerFailed.Reason}) ; "
                + $"la version {theme.Identity.Version} sert à sa place.";
        return new ThemeEntry(StatusOf(theme.Manifest, ThemeState.Running, reason, newerFailed?.Remedy), theme.Identity.Order, theme);
    }

    /// <summary>Nothing else started: what served goes on.</summary>
    public static ThemeEntry Kept(RunningTheme serving, ThemeEntry failed)
    {
        var reason = $"{failed.Told.Reason} La version {serving.Identity.Version} sert toujours.";
        var told = StatusOf(serving.Manifest, ThemeState.Running, reason, failed.Told.Remedy);
        return new ThemeEntry(told, serving.Identity.Order, serving) { Seen = failed.Seen };
    }

    public static ThemeEntry Stopped(ThemeCandidate candidate, ThemeState state, string reason, string remedy) =>
        candidate.Manifest is { } manifest
            ? new ThemeEntry(StatusOf(manifest, state, reason, remedy), manifest.Order, null)
            : Nameless(candidate.Key, state, reason, remedy);

    public static ThemeEntry Stopped(ThemeCandidate candidate, ThemeFailure failure) =>
        Stopped(candidate, failure.State, failure.Reason, failure.Remedy);

    public static ThemeEntry Off(ThemeCandidate candidate) => Stopped(candidate, ThemeState.Disabled, SwitchedOff, HowToEnable);

    /// <summary>Switched off, with no folder to read a name in.</summary>
    public static ThemeEntry Off(string key) => Nameless(key, ThemeState.Disabled, SwitchedOff, HowToEnable);

    /// <summary>Came while the program runs: it is shown, and waits to be asked for.</summary>
    public static ThemeEntry New(IReadOnlyList<ThemeCandidate> versions)
    {
        var newest = versions[0];
        return newest.Failure is { } failure
            ? Stopped(newest, failure)
            : Stopped(
                newest, ThemeState.Disabled,
                "Nouvelle dans le dossier des thématiques : elle n’a pas encore été démarrée.",
                "Activez-la pour la démarrer, ou relancez le programme.");
    }

    public static ThemeEntry WithoutFolder(string key) =>
        Nameless(
            key, ThemeState.Failed, "Son dossier n’est plus parmi les thématiques.",
            "Remettez le dossier, ou désactivez la thématique ; ses données sont gardées.");

    /// <summary>What the manifests, settings and former starts alone tell of a theme, without loading it.</summary>
    public static ThemeEntry Foresee(IEnumerable<ThemeCandidate> versions, ThemeSetting setting, ThemeStarts starts)
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
            LeftOut.Refuse(newest, starts.Of(newest));
            return new ThemeEntry(StatusOf(newest.Manifest, ThemeState.Running, null, null), newest.Manifest.Order, null);
        }
        catch (ThemeFailure failure)
        {
            return Stopped(newest, failure);
        }
    }

    private static ThemeEntry Nameless(string key, ThemeState state, string reason, string remedy) =>
        new(new ThemeStatus(key, key, "", null, null, state, reason, remedy), int.MaxValue, null);

    private static ThemeStatus StatusOf(ThemeManifest manifest, ThemeState state, string? reason, string? remedy) => new(
        manifest.Key, manifest.Name, manifest.Slug, manifest.Version.ToNormalizedString(), manifest.Contract.OriginalString, state, reason, remedy);
}
