using System.Net;
using Seminar.Contracts.Themes;
using Seminar.Host.Themes;

namespace Seminar.Host.Tests.Themes;

/// <summary>What serves is held: whatever happens to its folder is told, and changes nothing until it is asked for.</summary>
public sealed class A_version_replaced_while_it_serves
{
    [Fact]
    public async Task By_other_files_serves_as_it_was_and_says_so()
    {
        using var workspace = new Workspace();
        var folder = workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace);
        using var visitor = await house.ServeAsync();
        await ToldAsync(house, () => File.WriteAllBytes(Path.Combine(folder, "Seminar.Themes.Sound.dll"), new byte[20_000]));

        (await visitor.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour", "this page had not run before the files changed");
        house.Status("sound").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Reason!.Contains("ont changé"));

        var tried = await house.SwitchAsync("sound", enabled: true);
        tried.Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Reason!.Contains("chargement") && theme.Reason.Contains("sert toujours"));
        (await visitor.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
    }

    [Fact]
    public async Task By_nothing_is_told_and_can_be_switched_off()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace);
        using var visitor = await house.ServeAsync();
        await ToldAsync(house, () => Directory.Delete(Path.Combine(workspace.Themes, "sound"), recursive: true));

        house.Status("sound").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Reason!.Contains("a disparu"));
        (await visitor.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");

        (await house.SwitchAsync("sound", enabled: false)).State.Should().Be(ThemeState.Disabled);
        house.Status("sound").State.Should().Be(ThemeState.Disabled);
        (await visitor.GetAsync("/ateliers/sound/bonjour")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Is_told_of_a_newer_one_and_of_a_new_neighbour_that_wait_to_be_asked_for()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace);
        using var visitor = await house.ServeAsync();
        await ToldAsync(house, () => workspace.AddVersion("sound", "1.1.0"), () => house.Status("sound").Reason?.Contains("1.1.0") == true);
        await ToldAsync(house, () => workspace.AddBroken("harmful"), () => house.Registry.All.Any(theme => theme.Key == "harmful" && theme.Name == "Harmful"));

        house.Status("sound").Version.Should().Be("1.0.0");
        house.Status("harmful").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Disabled && theme.Reason!.Contains("Nouvelle"));
        (await house.SwitchAsync("sound", enabled: true)).Should().Match<ThemeStatus>(theme => theme.Version == "1.1.0" && theme.Reason == null);
        (await house.SwitchAsync("harmful", enabled: true)).State.Should().Be(ThemeState.Running);
        (await visitor.GetStringAsync("/ateliers/harmful/bonjour")).Should().Be("Bonjour");
    }

    [Fact]
    public async Task By_a_pinned_one_that_does_not_start_goes_on()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace);
        using var visitor = await house.ServeAsync();
        workspace.AddBroken("sound", "2.0.0");

        (await house.Registry.PinAsync("sound", "2.0.0"))!.Refusal.Should().Contain("la version 2 refuse de démarrer").And.Contain("1.0.0 sert toujours");
        (await house.Registry.PinAsync("sound", "3.0.0"))!.Refusal.Should().Contain("3.0.0 n’est pas dans le dossier").And.Contain("1.0.0");

        house.Status("sound").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Version == "1.0.0");
        house.Get<ThemeSettings>().Of("sound").Pinned.Should().BeNull("the next start must not try it either");
        (await visitor.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
    }

    [Fact]
    public async Task Switched_off_and_on_again_takes_no_more_memory_each_time()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace);
        for (var round = 0; round < 4; round++)
        {
            await house.SwitchAsync("sound", enabled: false);
            house.Get<ThemeAssemblies>().NotServing.Should().Be(1, "this code stays, for the next time");
            await house.SwitchAsync("sound", enabled: true);
            house.Get<ThemeAssemblies>().NotServing.Should().Be(0);
        }
    }

    [Fact]
    public async Task Leaves_memory_when_the_settings_say_so()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var house = await ThemesInProcess.StartAsync(workspace, safe: false, "--Themes:Collectible=true");
        using var visitor = await house.ServeAsync();
        for (var round = 0; round < 3; round++)
        {
            (await visitor.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
            (await visitor.GetStringAsync("/ateliers/sound/mots")).Should().BeEmpty();
            await visitor.GetStringAsync("/ateliers/sound");
            await house.SwitchAsync("sound", enabled: false);
            await house.SwitchAsync("sound", enabled: true);
        }

        await house.SwitchAsync("sound", enabled: false);
        await Patience.UntilAsync(
            async () =>
            {
                // The server's connection, and the thread that answered, remember the page that they served last.
                using var answer = await visitor.GetAsync("/health/live");
                Collect();
                return house.Get<ThemeAssemblies>().NotServing == 0;
            },
            "nothing of the host may hold on to a theme that is gone");
    }

    [Fact]
    public async Task Made_for_contract_1_5_and_compiled_then_loads_and_serves()
    {
        using var workspace = new Workspace();
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "housing-made-for-contract-1.5.zip"), workspace.Themes);
        await using var house = await ThemesInProcess.StartAsync(workspace);
        using var visitor = await house.ServeAsync();

        house.Status("housing").Should().Match<ThemeStatus>(theme => theme.State == ThemeState.Running && theme.Contract == "[1.5, 2.0)");
        PageText.Of(await visitor.GetStringAsync("/ateliers/logement")).Should().Contain("Aucune chambre proposée").And.Contain("L’offre pour ce thème");
    }

    private static void Collect()
    {
        for (var round = 0; round < 10; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static Task ToldAsync(ThemesInProcess house, Action change) => ToldAsync(house, change, () => true);

    /// <summary>Changes the folder of the themes, and waits until the house has seen it.</summary>
    private static async Task ToldAsync(ThemesInProcess house, Action change, Func<bool> isSeen)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Registry.FolderChanged += Look;
        change();
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        house.Registry.FolderChanged -= Look;

        void Look()
        {
            if (isSeen())
            {
                seen.TrySetResult();
            }
        }
    }
}
