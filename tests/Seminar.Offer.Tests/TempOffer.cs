using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;
using Seminar.Storage;

namespace Seminar.Offer.Tests;

/// <summary>The directory in a folder of its own, removed at the end.</summary>
internal sealed class TempOffer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-offer-").FullName;

    public TempOffer()
    {
        Database = ModuleDatabase.Open(Path.Combine(_folder, "offer.db"), Path.Combine(_folder, "backups"), OfferModule.Migrations);
        Imports = new SheetImports(Database, new OfferFolder(Path.Combine(_folder, "imports")), new InThisProcess(), Clock, new ModuleLifetime(CancellationToken.None), NullLogger<SheetImports>.Instance);
    }

    public ModuleDatabase Database { get; }

    public TimeProvider Clock { get; } = new Noon();

    public SheetImports Imports { get; }

    public Task<SheetImport> ImportAsync(string content, bool takesProposals = false, bool isComplete = false, string? source = null) =>
        ImportAsync(Encoding.UTF8.GetBytes(content), takesProposals, isComplete, source);

    public async Task<SheetImport> ImportAsync(byte[] content, bool takesProposals = false, bool isComplete = false, string? source = null)
    {
        using var stream = new MemoryStream(content);
        return await Imports.ImportAsync("fiches", stream, source, new ImportChoices(takesProposals, isComplete), CancellationToken.None);
    }

    public Task<FoundServices> FindAsync(OfferQuery query) => new FindServicesHandler(Database).Handle(new FindServices(query), CancellationToken.None);

    public async Task<IReadOnlyList<string>> NamesAsync(OfferQuery query) => [.. (await FindAsync(query)).Services.Select(found => found.Sheet.Name)];

    /// <summary>All sheets of a kind, as the standard's JSON, by identifier.</summary>
    public async Task<IReadOnlyList<string>> RecordsAsync(SheetKind kind) => await Database.ReadAsync<string>(
        kind == SheetKind.Service ? "SELECT record FROM service ORDER BY id" : "SELECT record FROM structure ORDER BY id", null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    }
}
