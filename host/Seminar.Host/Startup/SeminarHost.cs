using System.Globalization;
using Microsoft.AspNetCore.Http.Timeouts;
using Seminar.Contracts.Files;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Host.Access;
using Seminar.Host.Accounts;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Administration;
using Seminar.Host.Api;
using Seminar.Host.Audit;
using Seminar.Host.Backups;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Pages;
using Seminar.Host.Reading;
using Seminar.Host.Themes;
using Seminar.People.Features.Privacy;
using Seminar.Storage;
using Seminar.Ui;

namespace Seminar.Host.Startup;

/// <summary>Puts the application together; each line is a chapter.</summary>
internal static class SeminarHost
{
    public static WebApplication Build(SeminarOptions options)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        // The database engine loads on another core while the application is put together.
        _ = Task.Run(ModuleDatabase.LoadEngine);
        _ = Task.Run(Kernel.Prepare);
        // Settings are read once: watching for their change would watch the data folder too, write by write, when it lies below.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. options.Arguments, "--hostBuilder:reloadConfigOnChange=false"], ApplicationName = "Seminar.Host" });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A refusal is an ordinary answer; the trail keeps those that matter.
        builder.Logging.AddFilter("Seminar.Host.Access", LogLevel.Warning);
        // The cookie keys lie in the data folder, which is its owner's alone; there is no other store on every system.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        var data = new DataFolder(options.Data);
        builder.Services.AddModules(options, data);
        builder.Services.AddAccess(data);
        builder.Services.AddFilesAtOnce();
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddApi();

        var app = builder.Build();
        app.UseNamedProxies();
        app.UseErrorPages();
        app.UseSecurityHeaders();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseModuleDoors();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseTrail();
        app.UseAuthorization();
        app.UseForgeryGuard();
        app.UseRateLimiter();
        app.UseHeldOpen();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.UseFormRefusal();

        app.MapModules();
        app.MapThemeFiles();
        app.MapAccounts();
        app.MapAdministration();
        app.MapFixedPages();
        app.MapApi();
        return app;
    }

    /// <summary>Opens the seminar, starts the themes and, in a new data folder, loads the sample.</summary>
    public static async Task OpenAsync(this WebApplication app, CancellationToken cancel)
    {
        app.Services.GetRequiredService<ModuleBackups>().RemoveLeftovers();
        // Side by side: neither needs the other before it answers.
        var seminar = Task.Run(app.Services.GetRequiredService<SeminarModule>, cancel);
        var people = Task.Run(app.Services.GetRequiredService<PeopleHosting>, cancel);
        var offer = Task.Run(app.Services.GetRequiredService<OfferHosting>, cancel);
        var accounts = Task.Run(app.Services.GetRequiredService<AccountsDatabase>, cancel);
        await app.Services.GetRequiredService<ThemeRegistry>().StartAsync(cancel);
        await seminar;
        await people;
        await offer;
        await accounts;
        await app.Services.GetRequiredService<SampleSeminar>().FillAsync(cancel);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
    }

    private static void AddModules(this IServiceCollection services, SeminarOptions options, DataFolder data)
    {
        services.AddSingleton(options);
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ThemeOptions.From(provider.GetRequiredService<IConfiguration>(), options.Safe));
        services.AddSingleton(ReadingProgram.Own);
        services.AddSingleton<ISentFiles, SentFiles>();
        services.AddSingleton<Kernel>();
        services.AddSingleton<ModuleEndpoints>();
        services.AddSingleton(new ThemeFolders(Path.GetFullPath(options.Themes)));
        services.AddSingleton(new ThemeSettings(data.ThemeSettings));
        services.AddSingleton(new ThemeStarts(data.ThemeStarts));
        services.AddSingleton<ThemeAssemblies>();
        services.AddSingleton<ThemeLoader>();
        services.AddSingleton<ThemeRegistry>();
        services.AddSingleton<IThemes>(provider => provider.GetRequiredService<ThemeRegistry>());
        services.AddSingleton<SeminarModule>();
        services.AddSingleton<PeopleHosting>();
        services.AddSingleton<OfferHosting>();
        services.AddSingleton<IOffer, SharedOffer>();
        services.AddSingleton<SampleSeminar>();
        services.AddSingleton<ThemeSwitch>();
        services.AddSingleton<ThemeRollback>();
        services.AddSingleton<SeminarSite>();
        services.AddSingleton<ISite>(provider => provider.GetRequiredService<SeminarSite>());
        services.AddSingleton(new ErasedPeople(data.ErasedPeople));
        services.AddSingleton<ModuleBackups>();
        services.AddSingleton<BackupTerm>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<DiskCheck>();
        services.AddHostedService<ThemeFolderWatch>();
        services.AddHostedService<DailyCare>();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddOutputCache(cache => cache.AddBasePolicy(new PageCache()));
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(30) });
    }

    private static void MapModules(this WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<ModuleEndpoints>());

    private static void MapThemeFiles(this WebApplication app)
    {
        app.MapGet("/themes/{key}/{version}/{**path}", ThemeFiles.Serve).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/themes.css", ThemesStylesheet.Serve).AllowAnonymous().ExcludeFromDescription();
    }
}

/// <summary>Whether the host has opened everything; until then it is alive but not ready.</summary>
internal sealed class Readiness
{
    public volatile bool IsReady;
}
