using Seminar.Host.Data;
using Seminar.Host.Startup;
using Seminar.Synthesis;

namespace Seminar.Host.Tests;

/// <summary>A database that is gone or damaged is told, which one and what to do; a full disk is no « prêt ».</summary>
public sealed class A_database_in_trouble : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly DataFolder _data;

    public A_database_in_trouble() => _data = new DataFolder(_workspace.Data);

    [Fact]
    public async Task Of_the_house_is_named_with_what_to_do()
    {
        await HouseDatabase.Open(_data, "seminar", _data.SeminarDatabase, SynthesisModule.Migrations).DisposeAsync();
        File.Delete(_data.SeminarDatabase);
        var open = () => HouseDatabase.Open(_data, "seminar", _data.SeminarDatabase, SynthesisModule.Migrations);

        open.Should().Throw<HouseDatabaseException>().WithMessage("*« seminar »*disparu*restore FICHIER --module seminar*known-databases.txt*");
        File.Exists(_data.SeminarDatabase).Should().BeFalse("an empty one would pass for it");

        await File.WriteAllTextAsync(_data.SeminarDatabase, new string('x', 5000));
        open.Should().Throw<HouseDatabaseException>().WithMessage("*« seminar »*ne s’ouvre pas*Rien n’y a été changé*restore FICHIER --module seminar*");

        File.Delete(_data.SeminarDatabase);
        _data.Known.LetBeginAgain("seminar", _data.SeminarDatabase);
        await open().DisposeAsync();
    }

    [Fact]
    public async Task Of_a_theme_is_told_and_a_new_one_is_made_only_when_asked_for()
    {
        _workspace.AddReal("guidance");
        await using (await HostProcess.StartAsync(_workspace.Data, _workspace.Themes))
        {
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_workspace.Data, "themes"), "guidance.db*").ToList())
        {
            File.Delete(file);
        }

        await using var host = await HostProcess.StartAsync(_workspace.Data, _workspace.Themes);
        (await host.Anonymous.GetStringAsync("/api/themes")).Should().Contain("\"Failed\"").And.Contain("a disparu").And.Contain("restore FICHIER --module guidance");
        File.Exists(_workspace.ThemeDatabase("guidance")).Should().BeFalse();

        (await host.Administrator.PostAsync("/api/themes/guidance/disable", null)).EnsureSuccessStatusCode();
        using var enabled = await host.Administrator.PostAsync("/api/themes/guidance/enable", null);
        (await enabled.Content.ReadAsStringAsync()).Should().Contain("\"Running\"");
    }

    [Fact]
    public void Cannot_be_written_on_a_full_disk_and_can_again_when_there_is_room()
    {
        var clock = new SetClock();
        var disk = new DiskCheck(_data, clock);
        disk.TakesWrites().Should().BeTrue();
        File.Exists(_data.WriteCheck).Should().BeFalse();

        // The device that is always full.
        File.CreateSymbolicLink(_data.WriteCheck, "/dev/full");
        disk.TakesWrites().Should().BeTrue("whoever asks again at once gets the same answer, without a write");
        clock.Now += TimeSpan.FromSeconds(6);
        disk.TakesWrites().Should().BeFalse();

        File.Delete(_data.WriteCheck);
        clock.Now += TimeSpan.FromSeconds(6);
        disk.TakesWrites().Should().BeTrue();
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
