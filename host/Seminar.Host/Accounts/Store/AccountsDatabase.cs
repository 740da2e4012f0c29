using Seminar.Host.Data;
using Seminar.Storage;

namespace Seminar.Host.Accounts.Store;

/// <summary>The database of accounts and of the audit trail.</summary>
internal sealed class AccountsDatabase(DataFolder data) : IAsyncDisposable
{
    public const string Key = "accounts";

    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(typeof(AccountsDatabase).Assembly, Key);

    public ModuleDatabase Database { get; } = HouseDatabase.Open(data, Key, data.AccountsDatabase, Migrations);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
