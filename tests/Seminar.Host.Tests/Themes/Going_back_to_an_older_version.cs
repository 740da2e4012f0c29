using Dapper;
using Microsoft.Data.Sqlite;
using Seminar.Contracts.Themes;
using Seminar.Host.Backups;
using Seminar.Storage;

namespace Seminar.Host.Tests.Themes;

/// <summary>A newer version turns out bad: the older one comes back, with the data of now or with those of then.</summary>
public sealed class Going_back_to_an_older_version
{
    [Fact]
    public async Task Works_at_once_on_a_database_that_the_newer_one_has_only_added_to()
    {
        using var workspace = new Workspace();
        await using var house = await UpgradedAsync(workspace);

        (await house.Registry.PinAsync("sound", "1.0.0"))!.Status.Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Version == "1.0.0");
        using var visitor = await house.ServeAsync();
        (await visitor.GetStringAsync("/ateliers/sound/mots")).Should().Be("Bonsoir");

        var unpinned = await house.Registry.ApplyAsync("sound", setting => setting with { Pinned = null });
        unpinned!.Version.Should().Be("1.2.0");
    }

    [Fact]
    public async Task Is_refused_once_something_else_was_changed_and_the_newer_one_goes_on()
    {
        using var workspace = new Workspace();
        await using var house = await UpgradedAsync(workspace);
        Execute(workspace, "DELETE FROM additive_migration");

        var pinned = await house.Registry.PinAsync("sound", "1.0.0");

        pinned!.Refusal.Should().Contain("base de données").And.Contain("1.2.0 sert toujours").And.Contain("themes disable");
        house.Status("sound").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Version == "1.2.0");
    }

    [Fact]
    public async Task With_the_data_of_then_is_told_step_by_step_and_the_steps_work()
    {
        using var workspace = new Workspace();
        await using var house = await UpgradedAsync(workspace);
        Execute(workspace, "DELETE FROM additive_migration; DELETE FROM greeting");
        var copy = Directory.EnumerateFiles(Path.Combine(workspace.Data, "backups", "sound"), "*-before-sound-0002.db").Single();
        var backups = house.Get<ModuleBackups>();

        var restore = () => backups.RestoreAsync("sound", copy, CancellationToken.None);
        (await restore.Should().ThrowAsync<MigrationException>())
            .WithMessage("*« 0002_author »*« themes disable sound »*« themes pin sound 1.0.0 »*« themes enable sound »*");
        house.Status("sound").Version.Should().Be("1.2.0");

        await house.SwitchAsync("sound", enabled: false);
        await restore();
        (await house.Registry.PinAsync("sound", "1.0.0"))!.Status!.State.Should().Be(ThemeState.Disabled);
        (await house.SwitchAsync("sound", enabled: true)).Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Version == "1.0.0");
        using var visitor = await house.ServeAsync();
        (await visitor.GetStringAsync("/ateliers/sound/mots")).Should().Be("Bonsoir");
    }

    /// <summary>Version 1.0.0 has served and holds a greeting; 1.2.0 has just taken its place.</summary>
    private static async Task<ThemesInProcess> UpgradedAsync(Workspace workspace)
    {
        workspace.AddBroken("sound");
        var house = await ThemesInProcess.StartAsync(workspace);
        await house.Registry.Find("sound")!.Database.WriteAsync(
            connection => connection.Execute("INSERT INTO greeting (id, text) VALUES ('1', 'Bonsoir')"), CancellationToken.None);
        workspace.AddBroken("sound", "1.2.0");
        (await house.SwitchAsync("sound", enabled: true)).Version.Should().Be("1.2.0");
        return house;
    }

    private static void Execute(Workspace workspace, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={workspace.ThemeDatabase("sound")};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
