using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Backups;
using Seminar.Host.Data;
using Seminar.Host.Themes;
using Seminar.Offer;
using Seminar.People;
using Seminar.People.Features.Privacy;
using Seminar.Storage;
using Seminar.Synthesis;
using Seminar.Workshops;

namespace Seminar.Host.Tests;

/// <summary>What copies tell of themselves, and what becomes of a house whose databases are not all sound; while it is stopped.</summary>
public sealed class Copies_of_modules : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private readonly ServiceProvider _nothingRuns = new ServiceCollection().BuildServiceProvider();
    private DataFolder _data = null!;
    private ModuleBackups _backups = null!;

    private static CancellationToken Never => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        _data = new DataFolder(_workspace.Data);
        _backups = new ModuleBackups(_data, new ThemeFolders(_workspace.Themes), _nothingRuns);
        await ModuleDatabase.Open(_data.SeminarDatabase, _data.BackupsOf("seminar"), SynthesisModule.Migrations).DisposeAsync();
        await ModuleDatabase.Open(_data.PeopleDatabase, _data.BackupsOf("people"), PeopleModule.Migrations).DisposeAsync();
        await ModuleDatabase.Open(_data.OfferDatabase, _data.BackupsOf("offer"), OfferModule.Migrations).DisposeAsync();
        await ModuleDatabase.Open(_data.AccountsDatabase, _data.BackupsOf("accounts"), AccountsDatabase.Migrations).DisposeAsync();
        foreach (var theme in new[] { "mobility", "rupture" })
        {
            await ModuleDatabase.Open(
                _data.ThemeDatabase(theme), _data.BackupsOf(theme), WorkshopEngine.Migrations, new MigrationSeries(theme, [])).DisposeAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return _nothingRuns.DisposeAsync();
    }

    [Theory]
    [InlineData("accounts", "people")]
    [InlineData("people", "accounts")]
    [InlineData("seminar", "mobility")]
    [InlineData("mobility", "seminar")]
    [InlineData("mobility", "rupture")]
    public async Task Of_another_module_are_refused_and_nothing_changes(string module, string from)
    {
        var made = await _backups.BackupAsync(null, Never);
        var before = await File.ReadAllBytesAsync(PathOf(module), Never);

        var restoring = () => _backups.RestoreAsync(module, Path.Combine(made.Folder, from + ".db"), Never);

        await restoring.Should().ThrowAsync<MigrationException>().WithMessage($"*autre module que « {module} »*");
        (await File.ReadAllBytesAsync(PathOf(module), Never)).Should().Equal(before);
    }

    [Fact]
    public async Task That_say_the_engine_only_are_no_theme_s()
    {
        var copy = Path.Combine(_workspace.Data, "engine.db");
        await ModuleDatabase.Open(copy, _data.BackupsOf("mobility"), WorkshopEngine.Migrations).DisposeAsync();

        var restoring = () => _backups.RestoreAsync("mobility", copy, Never);

        await restoring.Should().ThrowAsync<MigrationException>().WithMessage("*ne dit pas qu’elle vient de « mobility »*");
    }

    [Fact]
    public async Task To_an_unknown_module_are_refused_and_make_none()
    {
        var made = await _backups.BackupAsync("mobility", Never);

        var restoring = () => _backups.RestoreAsync("mobilite", Path.Combine(made.Folder, "mobility.db"), Never);

        await restoring.Should().ThrowAsync<MigrationException>().WithMessage("Aucun module « mobilite » ici*");
        File.Exists(_data.ThemeDatabase("mobilite")).Should().BeFalse();
        _backups.Knows("../people").Should().BeFalse();
    }

    [Fact]
    public async Task Of_all_modules_leave_out_one_that_cannot_be_read_and_name_it()
    {
        await File.WriteAllTextAsync(_data.ThemeDatabase("rupture"), "ce n’est plus une base" + new string('x', 5000), Never);

        var made = await _backups.BackupAsync(null, Never);

        made.NotCopied.Should().ContainSingle().Which.Module.Should().Be("rupture");
        Directory.EnumerateFiles(made.Folder).Select(Path.GetFileName)
            .Should().BeEquivalentTo("seminar.db", "people.db", "offer.db", "accounts.db", "mobility.db");
        await _backups.Awaiting(backups => backups.BackupAsync("rupture", Never)).Should().ThrowAsync<MigrationException>().WithMessage("*« rupture »*");
    }

    [Fact]
    public async Task Come_back_in_the_place_of_a_database_that_cannot_be_read_which_is_kept_aside()
    {
        var made = await _backups.BackupAsync("people", Never);
        await File.WriteAllTextAsync(_data.PeopleDatabase, "ce n’est plus une base" + new string('x', 5000), Never);

        await _backups.RestoreAsync("people", Path.Combine(made.Folder, "people.db"), Never);

        await using var people = ModuleDatabase.Open(_data.PeopleDatabase, _data.BackupsOf("people"), PeopleModule.Migrations);
        (await people.ReadOneAsync<int>("SELECT count(*) FROM person", null, Never)).Should().Be(0);
        var kept = Directory.EnumerateFiles(_data.BackupsOf("people"), "*-before-restore.illisible").Should().ContainSingle().Subject;
        (await File.ReadAllTextAsync(kept, Never)).Should().StartWith("ce n’est plus une base");
    }

    [Fact]
    public async Task Made_before_an_erasure_do_not_bring_anyone_back_however_they_come_back()
    {
        const string Name = "Zyxnomquirestelisible";
        var person = Guid.CreateVersion7();
        await using (var people = ModuleDatabase.Open(_data.PeopleDatabase, _data.BackupsOf("people"), PeopleModule.Migrations))
        {
            await people.WriteAsync(
                connection => connection.Execute(
                    """
                    INSERT INTO person (id, number, family, first_name, last_name, organisation, position, source, registered_at)
                    VALUES (@person, 7, 'partenaire', 'Prénom', @Name, 'Organisme', '', 'form', '2026-11-01')
                    """,
                    new { person, Name }),
                Never);
        }

        var made = await _backups.BackupAsync("people", Never);
        new ErasedPeople(_data.ErasedPeople).Add(person, 7);

        await _backups.RestoreAsync("people", Path.Combine(made.Folder, "people.db"), Never);

        Ask(_data.PeopleDatabase, "SELECT count(*) FROM person").Should().Be(0L);
        Ask(_data.PeopleDatabase, "SELECT last FROM given_number").Should().Be(7L);
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_data.PeopleDatabase, Never)).Should().NotContain(Name);
    }

    [Fact]
    public async Task Are_removed_when_their_term_has_passed_and_what_someone_else_put_there_is_not()
    {
        string[] gone = ["people/20260901T080000000Z-before-people-0003.db", "people/20260901T080000000Z-before-restore.illisible", "20260901T080000000Z/people.db"];
        string[] kept = ["people/20261101T080000000Z-before-restore.db", "20261101T080000000Z/people.db", "people/mine.db", "20260901/people.db"];
        foreach (var file in gone.Concat(kept).Select(file => Path.Combine(_backups.Folder, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "", Never);
        }

        new BackupTerm(_data, Settings(null), new At(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero))).Prune().Should().Be(3);

        gone.Where(file => File.Exists(Path.Combine(_backups.Folder, file))).Should().BeEmpty();
        kept.Should().OnlyContain(file => File.Exists(Path.Combine(_backups.Folder, file)));
        new BackupTerm(_data, Settings("7"), TimeProvider.System).Term.Should().Be(TimeSpan.FromDays(7));
        var never = () => new BackupTerm(_data, Settings("0"), TimeProvider.System);
        never.Should().Throw<InvalidOperationException>().WithMessage("*Backups:Days*");
    }

    [Fact]
    public async Task Made_before_a_migration_are_migrated_when_they_come_back()
    {
        var copy = Path.Combine(_workspace.Data, "before.db");
        var first = new MigrationSeries("seminar", [SynthesisModule.Migrations.Migrations[0]]);
        await ModuleDatabase.Open(copy, _data.BackupsOf("seminar"), first).DisposeAsync();

        await _backups.RestoreAsync("seminar", copy, Never);

        Ask(_data.SeminarDatabase, "SELECT count(*) FROM pragma_table_info('seminar') WHERE name = 'is_published'").Should().Be(1L);
        Directory.EnumerateFiles(_data.BackupsOf("seminar"), "*-before-restore.db").Should().ContainSingle();
    }

    [Fact]
    public async Task Cut_off_by_a_kill_are_tidied_at_the_next_start_and_nothing_else_is()
    {
        var made = await _backups.BackupAsync("mobility", Never);
        string[] kept = [Path.Combine(_backups.Folder, "notes.partial"), Path.Combine(_workspace.Data, "people.db.old"), Path.Combine(made.Folder, "mobility.db")];
        string[] left =
        [
            _data.PeopleDatabase + ".0123456789abcdef0123456789abcdef.restore",
            _data.PeopleDatabase + ".0123456789abcdef0123456789abcdef.restore-journal",
            _data.ThemeDatabase("mobility") + ".0123456789abcdef0123456789abcdef.restore",
            Path.Combine(_data.BackupsOf("mobility"), "x.db.0123456789abcdef0123456789abcdef.partial"),
            Path.Combine(_backups.Folder, "20260101T000000000Z.partial", "people.db"),
            Path.Combine(_backups.Incoming, "0.db"),
        ];
        foreach (var file in kept.Concat(left))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.AppendAllTextAsync(file, "", Never);
        }

        _backups.RemoveLeftovers();

        left.Where(File.Exists).Should().BeEmpty();
        kept.Should().OnlyContain(file => File.Exists(file));
        _backups.Modules.Should().HaveCount(6);
        Directory.EnumerateDirectories(_backups.Folder, "*.partial").Should().BeEmpty();
    }

    private string PathOf(string module) => module switch
    {
        "seminar" or "people" or "offer" or "accounts" => Path.Combine(_workspace.Data, module + ".db"),
        _ => _data.ThemeDatabase(module),
    };

    private static IConfiguration Settings(string? days) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Backups:Days"] = days }).Build();

    private static object? Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
