using System.Text;
using Seminar.People.Features.Arrivals;
using Seminar.People.Features.Privacy;
using Seminar.People.Features.Registrations;
using Seminar.People.Features.Roster;
using Seminar.Storage;

namespace Seminar.People.Tests;

/// <summary>The people's database in a file of its own, removed at the end; with the shortest ways to put people into it.</summary>
internal sealed class TempPeople : IAsyncDisposable
{
    private static readonly string[] Titles = ["Famille", "Prénom", "Nom", "Organisation", "Atelier attribué", "Vœu 1", "Vœu 2"];

    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-people-").FullName;

    public TempPeople() => Database = ModuleDatabase.Open(Path.Combine(_folder, "people.db"), Path.Combine(_folder, "backups"), PeopleModule.Migrations);

    public ModuleDatabase Database { get; }

    public string Folder => _folder;

    public ErasedPeople Erased => new(Path.Combine(_folder, "erased.txt"));

    public TwoWorkshops Themes { get; } = new();

    public SetClock Clock { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Registers people from lines of a roster, « Famille;Prénom;Nom;Organisation;Atelier attribué;Vœu 1;Vœu 2 ».</summary>
    public async Task<RosterResult> RegisterAsync(params string[] lines)
    {
        var csv = Encoding.UTF8.GetBytes($"{string.Join(';', Titles)}\n{string.Join('\n', lines)}");
        var (draft, refusal) = await new SendRosterHandler(Database, new InThisProcess(), Clock).Handle(new SendRoster("liste.csv", csv), default);
        refusal.Should().BeNull();
        var choices = new RosterChoices(RosterField.Guess(Titles), ApplyProposals: false);
        return (await new ConfirmRosterHandler(Database, Themes.Programme, new(new Occitanie()), Clock).Handle(new ConfirmRoster(draft!.Value, choices, GoodLinesOnly: false), default))!;
    }

    public Task<int> SetSeatsAsync(string workshop, int seats) =>
        new SetCapacityHandler(Database).Handle(new SetCapacity(new Dictionary<string, int?> { [workshop] = seats }), default);

    public async Task<IReadOnlyList<ExpectedPerson>> ExpectedAsync() =>
        (await new ListArrivalsHandler(Database, Themes.Programme, Clock).Handle(new ListArrivals(), default)).People;

    public async Task<ExpectedPerson> FindAsync(string name) => (await ExpectedAsync()).Single(person => person.Name == name);

    public Task<IReadOnlyList<ArrivalAnswer>> RecordAsync(params ArrivalOperation[] operations) =>
        new RecordArrivalsHandler(Database, Themes.Programme, Clock).Handle(new RecordArrivals(operations), default);
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
