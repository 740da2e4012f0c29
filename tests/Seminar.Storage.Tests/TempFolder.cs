namespace Seminar.Storage.Tests;

/// <summary>A folder of its own for a test, with a table of notes as the schema.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seminar-storage-");

    internal static Migration Notes { get; } =
        new(1, "0001_note", "CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT");

    internal static MigrationSeries Schema { get; } = new("notes", [Notes]);

    internal string DatabasePath => File("notes.db");

    internal string Backups => File("backups");

    internal string File(string name) => Path.Combine(_folder.FullName, name);

    internal ModuleDatabase Open(params IReadOnlyList<MigrationSeries> series) =>
        ModuleDatabase.Open(DatabasePath, Backups, series.Count == 0 ? [Schema] : series);

    internal string[] BackupsMade() => Directory.Exists(Backups) ? Directory.GetFiles(Backups) : [];

    public void Dispose() => _folder.Delete(recursive: true);
}
