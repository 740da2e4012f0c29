using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Accounts.FirstAccount;
using Seminar.Host.Startup;

namespace Seminar.Host.Tests;

/// <summary>
/// The same program as <see cref="HostProcess"/>, with its own data and a real port, but within the test's process: its code is compiled
/// once for all tests. For those that neither kill it, nor give it commands, nor read what it prints.
/// </summary>
internal sealed class HostInside : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostInside(WebApplication app)
    {
        _app = app;
        Anonymous = Client();
        Administrator = Client();
        Administrator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.Services.GetRequiredService<AccessKey>().Text);
        FirstAccount = app.Services.GetRequiredService<FirstAccountLink>().Make();
    }

    /// <summary>The link that creates the first account.</summary>
    public string FirstAccount { get; }

    public HttpClient Anonymous { get; }

    public HttpClient Administrator { get; }

    public static async Task<HostInside> StartAsync(string data, bool isEmpty = false)
    {
        var app = SeminarHost.Build(new SeminarOptions(
            data, HostProcess.ThemesFolder, Path.Combine(HostProcess.ProgramFolder, "seeds"), isEmpty, ["--urls", "http://127.0.0.1:0"]));
        await app.OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new HostInside(app);
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        Administrator.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        Timeout = Patience.Limit,
    };
}
