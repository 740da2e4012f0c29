using System.Reflection;
using Seminar.Storage;

namespace Seminar.Themes.Tests;

/// <summary>A theme's own database, in a folder that is removed at the end.</summary>
internal sealed class ThemeDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-theme-").FullName;

    public ThemeDatabase(Assembly theme, string key) =>
        Database = ModuleDatabase.Open(Path.Combine(_folder, "theme.db"), Path.Combine(_folder, "backups"), MigrationSeries.EmbeddedIn(theme, key));

    public ModuleDatabase Database { get; }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
