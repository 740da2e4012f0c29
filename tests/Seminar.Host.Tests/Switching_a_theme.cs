using System.Net;
using System.Net.Http.Json;

namespace Seminar.Host.Tests;

/// <summary>Enable and disable act at once, without a restart and without a failed request elsewhere; data stays.</summary>
public sealed class Switching_a_theme
{
    [Fact]
    public async Task Off_and_on_again_from_the_interface_keeps_its_data_and_its_neighbours()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        var before = await host.Anonymous.GetStringAsync("/api/workshops/mobility");
        var others = (await ThemesAsync(host)).Where(theme => theme.Key != "mobility").ToList();
        others.Should().HaveCountGreaterThanOrEqualTo(7);

        var off = await SwitchAsync(host, "mobility", "disable");
        off.State.Should().Be("Disabled");
        (await host.Anonymous.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await host.Anonymous.GetAsync("/api/workshops/mobility")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        PageText.Of(await host.Anonymous.GetStringAsync("/")).Should().Contain("Vue partielle").And.Contain("326 notes");
        foreach (var other in others)
        {
            (await host.Anonymous.GetAsync($"/ateliers/{other.Slug}")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var on = await SwitchAsync(host, "mobility", "enable");
        on.State.Should().Be("Running");
        (await host.Anonymous.GetStringAsync("/api/workshops/mobility")).Should().Be(before);
        PageText.Of(await host.Anonymous.GetStringAsync("/")).Should().Contain("362 notes");
    }

    [Fact]
    public async Task Off_and_on_from_the_command_line_acts_on_the_running_program_at_once()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);

        (await HostProcess.CommandAsync("themes", "disable", "mobility", "--data", workspace.Data)).ExitCode.Should().Be(0);
        (await host.Anonymous.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var list = await HostProcess.CommandAsync("themes", "list", "--data", workspace.Data);
        list.Output.Should().MatchRegex(@"mobility\s+[\d.]+\s+Disabled").And.MatchRegex(@"rupture\s+[\d.]+\s+Running");

        (await HostProcess.CommandAsync("themes", "enable", "mobility", "--data", workspace.Data)).ExitCode.Should().Be(0);
        (await host.Anonymous.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Off_while_the_program_is_stopped_holds_at_the_next_start()
    {
        using var workspace = new Workspace();
        (await HostProcess.CommandAsync("themes", "disable", "rupture", "--data", workspace.Data)).ExitCode.Should().Be(0);
        await using var host = await HostProcess.StartAsync(workspace.Data);

        (await ThemesAsync(host)).Single(theme => theme.Key == "rupture").State.Should().Be("Disabled");
        (await SwitchAsync(host, "rupture", "enable")).State.Should().Be("Running");
        (await host.Anonymous.GetStringAsync("/api/workshops/rupture")).Should().Contain("Construire un annuaire", "it joins the sample with its own part");
    }

    [Fact]
    public async Task Fails_no_request_of_the_others_meanwhile()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data);
        using var stop = new CancellationTokenSource();
        var visits = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var answers = new List<HttpStatusCode>();
            while (!stop.IsCancellationRequested)
            {
                using var answer = await host.Anonymous.GetAsync("/ateliers/rupture");
                answers.Add(answer.StatusCode);
            }

            return answers;
        })).ToList();

        for (var round = 0; round < 4; round++)
        {
            await SwitchAsync(host, "mobility", "disable");
            await SwitchAsync(host, "mobility", "enable");
        }

        await stop.CancelAsync();
        var all = (await Task.WhenAll(visits)).SelectMany(answers => answers).ToList();
        all.Should().HaveCountGreaterThan(50).And.OnlyContain(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task To_another_version_happens_while_serving_and_keeps_its_data()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        AddNewerVersion(workspace);
        using var stop = new CancellationTokenSource();
        var visits = Task.Run(async () =>
        {
            var answers = new List<HttpStatusCode>();
            while (!stop.IsCancellationRequested)
            {
                answers.Add((await host.Anonymous.GetAsync("/ateliers/sound/bonjour")).StatusCode);
            }

            return answers;
        });

        // The newer version runs once it is asked for; a pin goes back to the older one.
        (await SwitchAsync(host, "sound", "enable")).Version.Should().Be("1.1.0");
        (await HostProcess.CommandAsync("themes", "pin", "sound", "1.0.0", "--data", workspace.Data, "--themes", workspace.Themes)).ExitCode.Should().Be(0);
        (await ThemesAsync(host)).Single().Version.Should().Be("1.0.0");
        (await HostProcess.CommandAsync("themes", "unpin", "sound", "--data", workspace.Data, "--themes", workspace.Themes)).ExitCode.Should().Be(0);
        (await ThemesAsync(host)).Single().Version.Should().Be("1.1.0");

        await stop.CancelAsync();
        (await visits).Should().HaveCountGreaterThan(20).And.OnlyContain(status => status == HttpStatusCode.OK, "no request is lost meanwhile");
    }

    [Fact]
    public async Task To_a_pinned_version_holds_at_the_next_start_and_one_that_is_not_there_is_named()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        AddNewerVersion(workspace);
        await HostProcess.CommandAsync("themes", "pin", "sound", "1.0.0", "--data", workspace.Data, "--themes", workspace.Themes);
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        (await ThemesAsync(host)).Single().Version.Should().Be("1.0.0");

        var (exitCode, output) = await HostProcess.CommandAsync("themes", "pin", "sound", "3.0.0", "--data", workspace.Data, "--themes", workspace.Themes);

        exitCode.Should().Be(1);
        output.Should().Contain("3.0.0");
        (await ThemesAsync(host)).Single().Should().Match<ThemeAnswer>(theme => theme.State == "Running" && theme.Version == "1.0.0", "what serves goes on");
    }

    private static void AddNewerVersion(Workspace workspace)
    {
        var newer = Workspace.Copy(Path.Combine(workspace.Themes, "sound", "1.0.0"), Path.Combine(workspace.Themes, "sound", "1.1.0"));
        var manifest = Path.Combine(newer, "theme.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("1.0.0", "1.1.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_does_not_exist_is_refused_by_name()
    {
        using var workspace = new Workspace();
        var (exitCode, output) = await HostProcess.CommandAsync("themes", "disable", "nulle-part", "--data", workspace.Data);

        exitCode.Should().Be(1);
        output.Should().Contain("nulle-part");
    }

    [Fact]
    public async Task A_folder_removed_leaves_the_others_and_comes_back_with_its_data()
    {
        using var workspace = new Workspace();
        workspace.AddReal();
        string before;
        await using (var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
            before = await host.Anonymous.GetStringAsync("/api/workshops/engagement");
        }

        Directory.Delete(Path.Combine(workspace.Themes, "engagement"), recursive: true);
        await using (var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
            (await ThemesAsync(host)).Should().HaveCountGreaterThanOrEqualTo(7).And.OnlyContain(theme => theme.State == "Running" && theme.Key != "engagement");
            (await host.Anonymous.GetAsync("/ateliers/engagement")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        workspace.AddReal("engagement");
        await using (var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
            (await host.Anonymous.GetStringAsync("/api/workshops/engagement")).Should().Be(before);
        }
    }

    private static async Task<List<ThemeAnswer>> ThemesAsync(HostProcess host) =>
        (await host.Anonymous.GetFromJsonAsync<List<ThemeAnswer>>("/api/themes"))!;

    private static async Task<ThemeAnswer> SwitchAsync(HostProcess host, string key, string action)
    {
        using var answer = await host.Administrator.PostAsync($"/api/themes/{key}/{action}", null);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<ThemeAnswer>())!;
    }
}
