using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Host.Tests.Themes;

/// <summary>The program within the test's process, on a workspace's themes: their registry at hand, and a port when one is asked for.</summary>
internal sealed class ThemesInProcess : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ThemesInProcess(WebApplication app) => _app = app;

    public ThemeRegistry Registry => Get<ThemeRegistry>();

    public static async Task<ThemesInProcess> StartAsync(Workspace workspace, bool safe = false, params string[] settings)
    {
        var app = SeminarHost.Build(new SeminarOptions(
            workspace.Data, workspace.Themes, "no-seeds", Empty: true, ["--urls", "http://127.0.0.1:0", .. settings], safe));
        await app.OpenAsync(CancellationToken.None);
        return new ThemesInProcess(app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ThemeStatus Status(string key) => Registry.All.Single(theme => theme.Key == key);

    public async Task<ThemeStatus> SwitchAsync(string key, bool enabled) =>
        (await Registry.ApplyAsync(key, setting => setting with { Enabled = enabled }))!;

    /// <summary>Opens a port, and publishes the seminar so that anybody may read.</summary>
    public async Task<HttpClient> ServeAsync()
    {
        await _app.StartAsync();
        await Get<SeminarModule>().AskAsync(new PublishSeminar(true), CancellationToken.None);
        var address = Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new HttpClient { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
