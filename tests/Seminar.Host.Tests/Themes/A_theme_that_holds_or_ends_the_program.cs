using Seminar.Contracts.Themes;

namespace Seminar.Host.Tests.Themes;

/// <summary>The house opens, answers and stops whatever a theme does at its start, and does not fall twice into the same hole.</summary>
public sealed class A_theme_that_holds_or_ends_the_program
{
    [Fact]
    public async Task Whose_start_never_ends_fails_at_that_step_and_is_left_out_at_the_next_start()
    {
        using var workspace = new Workspace();
        AddHarmful(workspace, "constructor sleeps");
        // Alone in the house: whatever a busy machine does to the limit, it does not end in time.
        await using (var house = await ThemesInProcess.StartAsync(workspace, safe: false, "--Themes:StepSeconds=2"))
        {
            house.Status("harmful").State.Should().Be(ThemeState.Failed);
            house.Status("harmful").Reason.Should().StartWith("Étape « ").And.Contain("n’a pas fini en 2 s");
        }

        await using var next = await ThemesInProcess.StartAsync(workspace);
        next.Status("harmful").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Failed
            && theme.Reason!.Contains("laissée de côté") && theme.Remedy!.Contains("themes enable harmful"));

        File.Delete(Path.Combine(workspace.Themes, "harmful", "1.0.0", "harm.txt"));
        (await next.SwitchAsync("harmful", enabled: true)).State.Should().Be(ThemeState.Running, "its files are others now, and it was asked for");
    }

    [Fact]
    public async Task While_it_holds_its_own_start_holds_up_no_change_of_another()
    {
        using var workspace = new Workspace();
        AddHarmful(workspace, "map waits");
        workspace.AddBroken("sound");
        using var reached = new SemaphoreSlim(0);
        using var released = new SemaphoreSlim(0);
        AppContext.SetData("harm", (Action)(() =>
        {
            reached.Release();
            released.Wait();
        }));
        released.Release();
        await using var house = await ThemesInProcess.StartAsync(workspace);
        await house.SwitchAsync("harmful", enabled: false);
        await reached.WaitAsync();

        var held = house.SwitchAsync("harmful", enabled: true);
        await reached.WaitAsync();
        (await house.SwitchAsync("sound", enabled: false)).State.Should().Be(ThemeState.Disabled);
        (await house.SwitchAsync("sound", enabled: true)).State.Should().Be(ThemeState.Running);
        house.Registry.All.Should().HaveCount(2);

        released.Release();
        (await held).State.Should().Be(ThemeState.Running);
    }

    [Fact]
    public async Task Whose_services_throw_when_they_are_closed_is_switched_off_all_the_same()
    {
        using var workspace = new Workspace();
        AddHarmful(workspace, "dispose throws");
        await using var house = await ThemesInProcess.StartAsync(workspace);

        (await house.SwitchAsync("harmful", enabled: false)).State.Should().Be(ThemeState.Disabled);
        (await house.SwitchAsync("harmful", enabled: true)).State.Should().Be(ThemeState.Running);
    }

    [Fact]
    public async Task A_prudent_start_tries_only_what_has_started_well_before()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using (var first = await ThemesInProcess.StartAsync(workspace, safe: true))
        {
            first.Status("sound").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Disabled && theme.Reason!.Contains("--safe"));
            (await first.SwitchAsync("sound", enabled: true)).State.Should().Be(ThemeState.Running, "it was asked for");
        }

        AddHarmful(workspace, "constructor exits");
        await using var prudent = await ThemesInProcess.StartAsync(workspace, safe: true);
        prudent.Status("sound").State.Should().Be(ThemeState.Running);
        prudent.Status("harmful").State.Should().Be(ThemeState.Disabled);
    }

    [Fact]
    public async Task Costs_one_start_whether_it_exits_or_overflows_and_the_others_serve_at_the_next()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        AddHarmful(workspace, "register exits");
        string[] serve = ["--urls", "http://127.0.0.1:0", "--data", workspace.Data, "--themes", workspace.Themes];
        (await HostProcess.CommandAsync(serve)).ExitCode.Should().Be(7);

        // The next one leaves it out, so that this one is reached: another version, which overflows the stack.
        AddHarmful(workspace, "describe overflows", "1.1.0");
        (await HostProcess.CommandAsync(serve)).Output.Should().Contain("harm: overflows in describe");

        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        (await host.Anonymous.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
        var list = await HostProcess.CommandAsync("themes", "list", "--data", workspace.Data, "--themes", workspace.Themes);
        list.Output.Should().MatchRegex(@"harmful\s+1\.1\.0\s+Failed.*« description ».*laissée de côté").And.MatchRegex(@"sound\s+1\.0\.0\s+Running");
    }

    [Theory]
    [InlineData("constructor sleeps", "harm: sleeps")]
    [InlineData("constructor lingers", "Ctrl+C")]
    public async Task Does_not_keep_the_program_from_stopping(string harm, string said)
    {
        using var workspace = new Workspace();
        AddHarmful(workspace, harm);

        await HostProcess.StoppedAfterAsync(said, "--urls", "http://127.0.0.1:0", "--data", workspace.Data, "--themes", workspace.Themes);
    }

    private static void AddHarmful(Workspace workspace, string harm, string version = "1.0.0")
    {
        var folder = workspace.AddVersion("harmful", version);
        File.WriteAllText(Path.Combine(folder, "harm.txt"), harm);
    }
}
