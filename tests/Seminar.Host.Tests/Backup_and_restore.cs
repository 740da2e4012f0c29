using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Seminar.Host.Tests;

/// <summary>One module or all, while serving and while stopped.</summary>
public sealed class Backup_and_restore
{
    [Fact]
    public async Task While_serving_brings_a_module_back_without_touching_the_others()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        var copies = Path.Combine(workspace.Data, "elsewhere");
        var mobility = await host.Anonymous.GetStringAsync("/api/workshops/mobility");
        var rupture = await host.Anonymous.GetStringAsync("/api/workshops/rupture");

        (await HostProcess.CommandAsync("backup", "--out", copies, "--data", workspace.Data)).ExitCode.Should().Be(0);
        await ReplaceAsync(host, "mobility", mobility.Replace("Émancipation", "Perdu", StringComparison.Ordinal));
        await ReplaceAsync(host, "rupture", rupture.Replace("Kinésiologie", "Changé", StringComparison.Ordinal));
        (await HostProcess.CommandAsync("restore", Path.Combine(copies, "mobility.db"), "--data", workspace.Data)).ExitCode.Should().Be(0);

        Directory.EnumerateFiles(copies).Select(Path.GetFileName).Should().Contain(["seminar.db", "people.db", "accounts.db", "mobility.db", "rupture.db"]).And.HaveCountGreaterThanOrEqualTo(11);
        (await host.Anonymous.GetStringAsync("/api/workshops/mobility")).Should().Be(mobility);
        (await host.Anonymous.GetStringAsync("/api/workshops/rupture")).Should().Contain("Changé");
        PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/mobilite")).Should().Contain("Émancipation");
    }

    [Fact]
    public async Task While_stopped_brings_everything_back()
    {
        using var workspace = new Workspace();
        string before;
        await using (var host = await HostProcess.StartAsync(workspace.Data))
        {
            before = await host.Anonymous.GetStringAsync("/api/workshops/mobility");
        }

        var copies = Path.Combine(workspace.Data, "elsewhere");
        (await HostProcess.CommandAsync("backup", "--out", copies, "--data", workspace.Data)).ExitCode.Should().Be(0);
        File.Delete(workspace.ThemeDatabase("mobility"));
        File.Delete(workspace.ThemeDatabase("mobility") + "-wal");
        File.Delete(workspace.ThemeDatabase("mobility") + "-shm");
        (await HostProcess.CommandAsync("restore", copies, "--data", workspace.Data)).ExitCode.Should().Be(0);

        await using var again = await HostProcess.StartAsync(workspace.Data);
        (await again.Anonymous.GetStringAsync("/api/workshops/mobility")).Should().Be(before);
    }

    [Theory]
    [InlineData("ceci n'est pas une base")]
    [InlineData("")]
    public async Task From_a_file_that_is_no_backup_is_refused_and_changes_nothing(string content)
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        var before = await host.Anonymous.GetStringAsync("/api/workshops/mobility");
        var file = Path.Combine(workspace.Data, "mobility.db");
        await File.WriteAllTextAsync(file, content);

        var (exitCode, output) = await HostProcess.CommandAsync("restore", file, "--data", workspace.Data);

        exitCode.Should().Be(1);
        output.Should().NotBeEmpty();
        (await host.Anonymous.GetStringAsync("/api/workshops/mobility")).Should().Be(before);
    }

    [Fact]
    public async Task Of_one_module_into_another_is_refused()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        var copies = Path.Combine(workspace.Data, "elsewhere");
        await HostProcess.CommandAsync("backup", "--out", copies, "--data", workspace.Data);

        var (exitCode, output) = await HostProcess.CommandAsync("restore", Path.Combine(copies, "seminar.db"), "--module", "mobility", "--data", workspace.Data);

        exitCode.Should().Be(1);
        output.Should().Contain("autre module");
    }

    [Fact]
    public async Task Asked_for_wrongly_over_the_api_say_what_is_missing()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        (await host.Administrator.PostAsync("/api/themes/rupture/disable", null)).EnsureSuccessStatusCode();
        using var made = JsonDocument.Parse(await (await host.Administrator.PostAsJsonAsync("/api/backups", new { })).Content.ReadAsStringAsync());
        var folder = made.RootElement.GetProperty("folder").GetString();
        (int Status, string Words, object Order)[] wrong =
        [
            (400, "Dites quel module", new { }),
            (400, "quelle sauvegarde", new { module = "mobility" }),
            (400, "Dites quel module", new { backup = $"{folder}/mobility.db" }),
            (404, "Aucun module « mobilite » ici", new { module = "mobilite", backup = $"{folder}/mobility.db" }),
            (404, "n’existe pas", new { module = "mobility", backup = $"{folder}/absent.db" }),
            (422, "dossier des sauvegardes", new { module = "mobility", backup = "../people.db" }),
            (422, "autre module que « rupture »", new { module = "rupture", backup = $"{folder}/mobility.db" }),
            (422, "autre module que « accounts »", new { module = "accounts", backup = $"{folder}/people.db" }),
        ];
        foreach (var (status, words, order) in wrong)
        {
            using var answer = await host.Administrator.PostAsJsonAsync("/api/restores", order);

            ((int)answer.StatusCode).Should().Be(status, "{0}", order);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            problem.RootElement.GetProperty("detail").GetString().Should().Contain(words);
        }

        await File.WriteAllTextAsync(workspace.ThemeDatabase("rupture"), new string('x', 5000));
        using var partly = await host.Administrator.PostAsJsonAsync("/api/backups", new { });
        ((int)partly.StatusCode).Should().Be(201);
        (await partly.Content.ReadAsStringAsync()).Should().Contain("\"module\":\"rupture\"");
    }

    private static async Task ReplaceAsync(HostProcess host, string key, string workshop)
    {
        using var answer = await host.Administrator.PutAsync($"/api/workshops/{key}", new StringContent(workshop, Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }
}
