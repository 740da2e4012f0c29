using Seminar.Storage;

namespace Seminar.People.Tests;

/// <summary>The people's database in a file of its own, removed at the end.</summary>
internal sealed class TempPeople : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-people-").FullName;

    public TempPeople() => Database = ModuleDatabase.Open(Path.Combine(_folder, "people.db"), Path.Combine(_folder, "backups"), PeopleModule.Migrations);

    public ModuleDatabase Database { get; }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
