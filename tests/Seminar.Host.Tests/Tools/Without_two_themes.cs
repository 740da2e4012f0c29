namespace Seminar.Host.Tests.Tools;

/// <summary>Themes with tools of their own are plugins like any other: the others run without them.</summary>
public sealed class Without_two_themes
{
    private static readonly string[] Removed = ["mobility", "employment-service"];

    [Fact]
    public async Task The_other_six_the_directory_and_the_synthesis_still_run()
    {
        using var workspace = new Workspace();
        foreach (var theme in Directory.EnumerateDirectories(HostProcess.ThemesFolder).Where(folder => !Removed.Contains(Path.GetFileName(folder))))
        {
            Workspace.Copy(theme, Path.Combine(workspace.Themes, Path.GetFileName(theme)));
        }

        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        var themes = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<ThemeAnswer>>(host.Anonymous, "/api/themes");
        themes!.Select(theme => theme.State).Should().HaveCount(6).And.AllBe("Running");
        foreach (var address in themes!.Select(theme => $"/ateliers/{theme.Slug}").Concat(["/", "/annuaire", "/synthese", "/bilan", "/notes"]))
        {
            (await host.Anonymous.GetStringAsync(address)).Should().Contain("<h1>", "{0} must be whole", address);
        }
    }
}
