namespace Seminar.Host.Themes;

/// <summary>
/// Sees within seconds what comes into the folder of the themes, or leaves it. The system tells of changes where it can; a network drive
/// does not, and is looked at now and then.
/// </summary>
internal sealed class ThemeFolderWatch(ThemeFolders folders, ThemeRegistry themes, ILogger<ThemeFolderWatch> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    // A copy is many changes: one look is enough for those that come together.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var moved = new SemaphoreSlim(0);
        using var watcher = Watch(moved);
        while (true)
        {
            await moved.WaitAsync(Often, stoppingToken);
            await Task.Delay(Together, stoppingToken);
            while (moved.Wait(0, CancellationToken.None))
            {
            }

            try
            {
                themes.LookAgain();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                log.LogWarning("The folder of the themes could not be read: {Reason}", exception.Message);
            }
        }
    }

    private FileSystemWatcher? Watch(SemaphoreSlim moved)
    {
        try
        {
            var watcher = new FileSystemWatcher(folders.Root) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => moved.Release();
            watcher.Created += (_, _) => moved.Release();
            watcher.Deleted += (_, _) => moved.Release();
            watcher.Renamed += (_, _) => moved.Release();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            log.LogDebug(exception, "The folder of the themes can't be watched; it is looked at every few seconds");
            return null;
        }
    }
}
