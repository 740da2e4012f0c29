using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Accounts.Team;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.People.Badges.Codes;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Host.Tests.Doors;

/// <summary>The whole program within the test's process, with the real themes, on a real port: to look at its endpoints and into its data.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private WebApplication? _app;

    internal WebApplication App => _app!;

    /// <summary>Settings, as on the command line.</summary>
    internal IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether it starts without the sample seminar.</summary>
    internal bool IsEmpty { get; init; }

    internal Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    internal IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public async ValueTask InitializeAsync()
    {
        _app = SeminarHost.Build(new SeminarOptions(
            _workspace.Data, HostProcess.ThemesFolder, Path.Combine(HostProcess.ProgramFolder, "seeds"), Empty: IsEmpty, ["--urls", "http://127.0.0.1:0", .. Settings]));
        await _app.OpenAsync(CancellationToken.None);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await App.StopAsync();
            await App.DisposeAsync();
        }

        _workspace.Dispose();
    }

    internal Browser Browse() => new(Address);

    /// <summary>Someone of the team who has entered.</summary>
    internal async Task<Browser> TeamAsync(Role role, string? workshop = null)
    {
        var (browser, _) = await MemberAsync(role, workshop);
        return browser;
    }

    /// <summary>The same, with the address of the account.</summary>
    internal async Task<(Browser Browser, string Email)> MemberAsync(Role role, string? workshop = null)
    {
        var email = $"{role}-{workshop ?? "tous"}-{Guid.NewGuid():N}@exemple.fr";
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var form = new AccountForm($"{role}", email, role.ToString(), workshop);
            var (account, refusals) = await scope.ServiceProvider.GetRequiredService<NewAccount>().CheckAsync(form, CancellationToken.None);
            refusals.Should().BeEmpty();
            account.PasswordHash = users.PasswordHasher.HashPassword(account, Browser.Password);
            await scope.ServiceProvider.GetRequiredService<NewAccount>().SaveAsync(account, form, CancellationToken.None);
        }

        var browser = Browse();
        using var answer = await browser.EnterAsync(email, Browser.Password);
        ((int)answer.StatusCode).Should().Be(303);
        return (browser, email);
    }

    /// <summary>Someone who registered, with a seat in a workshop.</summary>
    internal async Task<Registered> RegisterAsync(string? workshop, string family = "partenaire")
    {
        var people = App.Services.GetRequiredService<PeopleHosting>();
        var id = Guid.CreateVersion7();
        var number = await people.Database.WriteAsync(
            connection =>
            {
                var next = connection.ExecuteScalar<int>("SELECT COALESCE(MAX(number), 0) + 1 FROM person");
                connection.Execute(
                    """
                    INSERT INTO person (id, number, family, first_name, last_name, organisation, position, workshop, source, registered_at)
                    VALUES (@id, @next, @family, 'Prénom', CASE @family WHEN 'jeune' THEN '' ELSE 'Nom' END, 'Partenaire 1', '', @workshop, 'import', @now)
                    """,
                    new { id, next, family, workshop, now = DateTimeOffset.UtcNow });
                return next;
            },
            CancellationToken.None);
        var codes = new BadgeCodes(people.Database);
        var badge = BadgeIdentity.OfPerson(id, number, 1);
        return new Registered(id, number, await codes.ShortAsync(badge), await codes.LinkAsync(badge));
    }

    internal async Task<Browser> ParticipantAsync(string workshop)
    {
        var browser = Browse();
        using var answer = await browser.Client.GetAsync((await RegisterAsync(workshop)).Link);
        answer.Headers.Location!.OriginalString.Should().Be("/ma-place");
        return browser;
    }

    internal Task PublishAsync(bool isPublished) =>
        App.Services.GetRequiredService<SeminarModule>().AskAsync(new PublishSeminar(isPublished), CancellationToken.None);

    internal async Task<IReadOnlyList<string>> TrailAsync() =>
        [.. (await App.Services.GetRequiredService<AccountsDatabase>().Database.ReadAsync<TrailRow>(
            "SELECT who AS Who, what AS What, address AS Address, status AS Status FROM trail ORDER BY number", null, CancellationToken.None))
            .Select(row => $"{row.Who} | {row.What} | {row.Address} | {row.Status}")];

    private sealed record TrailRow(string Who, string What, string Address, int Status);
}

/// <summary>A registered person with the codes of the badge.</summary>
internal sealed record Registered(Guid Id, int Number, string Code, string Link);
