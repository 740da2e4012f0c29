using Seminar.Contracts;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Storage;

namespace Seminar.Workshops.Tests;

/// <summary>A theme's engine on a real SQLite file of its own.</summary>
internal sealed class TestTheme : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seminar-workshops-");

    public TestTheme(string key)
    {
        Identity = new ThemeIdentity(key, key, key, "1.0.0", "", 0, 1, null);
        Database = ModuleDatabase.Open(
            Path.Combine(_folder.FullName, "theme.db"), Path.Combine(_folder.FullName, "backups"), WorkshopEngine.Migrations);
    }

    public ThemeIdentity Identity { get; }

    public ModuleDatabase Database { get; }

    public Task<Outcome> Replace(WorkshopDocument document) =>
        new ReplaceWorkshopHandler(Database, Identity).Handle(new ReplaceWorkshop(document), CancellationToken.None);

    public Task<WorkshopDocument?> Get() =>
        new GetWorkshopHandler(Database).Handle(new GetWorkshop(), CancellationToken.None);

    public Task<IReadOnlyList<DataCheck>> Check(IReadOnlyDictionary<string, string> departements) =>
        new GetDataChecksHandler(Database).Handle(new GetDataChecks(departements), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
