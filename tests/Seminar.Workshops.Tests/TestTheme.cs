using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Storage;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;
using Seminar.Workshops.Features.ReadBoard;
using Seminar.Workshops.Features.SendOperations;

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
        Feed = new BoardFeed(Database, new ModuleLifetime(CancellationToken.None), NullLogger<BoardFeed>.Instance);
    }

    public ThemeIdentity Identity { get; }

    public SetClock Clock { get; } = new();

    internal BoardFeed Feed { get; }

    public ModuleDatabase Database { get; }

    public Task<Outcome> Replace(WorkshopDocument document) =>
        new ReplaceWorkshopHandler(Database, Identity, Feed, Clock).Handle(new ReplaceWorkshop(document), CancellationToken.None);

    public Task<WorkshopDocument?> Get(WorkshopReader? reader = null) =>
        new GetWorkshopHandler(Database, Identity).Handle(new GetWorkshop { Reader = reader ?? WorkshopReader.Anyone }, CancellationToken.None);

    public Task<IAsyncEnumerable<WorkshopPiece>> Stream(WorkshopReader? reader = null) =>
        new StreamWorkshopHandler(Database, Identity).Handle(new StreamWorkshop { Reader = reader ?? WorkshopReader.Anyone }, CancellationToken.None);

    internal Task<IReadOnlyList<BoardAnswer>> Send(BoardAuthor author, params BoardOperation[] operations) =>
        new SendOperationsHandler(Database, Feed, Clock).Handle(new SendOperations(author, operations), CancellationToken.None);

    internal Task<BoardState> Board(BoardAuthor? reader = null) =>
        new ReadBoardHandler(Database, Clock).Handle(new ReadBoard(reader), CancellationToken.None);

    public Task<IReadOnlyList<DataCheck>> Check(IReadOnlyDictionary<string, string> departements) =>
        new GetDataChecksHandler(Database, Identity).Handle(new GetDataChecks(departements), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Feed.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
