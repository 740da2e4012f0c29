using Dapper;

namespace Seminar.Storage.Tests;

public sealed class TypesTests : IDisposable
{
    private const string Columns =
        "SELECT id AS Id, at AS At, day AS Day, count AS Count, done AS Done, maybe AS Maybe, kind AS Kind, text AS Text FROM sample";

    private static readonly MigrationSeries Samples = new("samples",
    [
        new Migration(1, "0001_sample", """
            CREATE TABLE sample (id TEXT, at TEXT, day TEXT, count INTEGER, done INTEGER, maybe INTEGER, kind TEXT, text TEXT) STRICT
            """),
    ]);

    private readonly TempFolder _folder = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_positional_record_comes_back_as_it_was_written()
    {
        await using var database = _folder.Open(Samples);
        var sample = new Sample(
            Guid.CreateVersion7(), new DateTimeOffset(2026, 11, 23, 14, 5, 6, 789, TimeSpan.FromHours(1)),
            new DateOnly(2026, 11, 23), 42, true, null, Kind.Brake, "l’été");
        await Insert(database, sample);

        var read = await database.ReadOneAsync<Sample>(Columns + " WHERE id = @Id AND done = @Done", sample, Never);

        read.Should().Be(sample);
    }

    [Fact]
    public async Task Times_are_text_in_universal_time_and_identifiers_lower_case_text()
    {
        await using var database = _folder.Open(Samples);
        var id = Guid.Parse("0199AB00-0000-7000-8000-00000000ABCD");
        await Insert(database, new Sample(id, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), new DateOnly(2026, 1, 2), 1, false, 7, Kind.Success, ""));

        var text = await database.ReadOneAsync<string>("SELECT id || ' ' || at || ' ' || day || ' ' || done || ' ' || kind FROM sample", null, Never);

        text.Should().Be("0199ab00-0000-7000-8000-00000000abcd 2026-01-02T01:04:05.0000000Z 2026-01-02 0 Success");
    }

    [Fact]
    public async Task A_misspelt_column_is_loud()
    {
        await using var database = _folder.Open(Samples);
        await Insert(database, new Sample(Guid.CreateVersion7(), DateTimeOffset.UtcNow, default, 1, true, 1, Kind.Brake, "x"));

        var misspelt = () => database.ReadAsync<Sample>(Columns.Replace("done AS Done", "done AS Dnoe", StringComparison.Ordinal), null, Never);

        (await misspelt.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*Dnoe*");
    }

    [Fact]
    public async Task A_single_value_is_read_in_the_type_one_means()
    {
        await using var database = _folder.Open(Samples);
        (await database.ReadOneAsync<int>("SELECT count(*) FROM sample", null, Never)).Should().Be(0);
        (await database.ReadOneAsync<bool>("SELECT 1", null, Never)).Should().BeTrue();
        (await database.ReadOneAsync<Guid?>("SELECT id FROM sample", null, Never)).Should().BeNull();
        (await database.ReadOneAsync<Sample>(Columns, null, Never)).Should().BeNull();
    }

    [Fact]
    public async Task A_number_too_large_for_its_type_is_loud()
    {
        await using var database = _folder.Open(Samples);
        var large = () => database.ReadOneAsync<int>("SELECT 3000000000", null, Never);
        await large.Should().ThrowAsync<Exception>();
    }

    public void Dispose() => _folder.Dispose();

    private static Task<int> Insert(ModuleDatabase database, Sample sample) => database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO sample (id, at, day, count, done, maybe, kind, text) VALUES (@Id, @At, @Day, @Count, @Done, @Maybe, @kind, @Text)",
            new { sample.Id, sample.At, sample.Day, sample.Count, sample.Done, sample.Maybe, kind = sample.Kind.ToString(), sample.Text }),
        CancellationToken.None);

    private sealed record Sample(Guid Id, DateTimeOffset At, DateOnly Day, int Count, bool Done, int? Maybe, Kind Kind, string Text);

    private enum Kind
    {
        Success,
        Brake,
    }
}
