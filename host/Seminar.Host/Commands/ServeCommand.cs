using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Seminar.Contracts.Themes;
using Seminar.Host.Accounts.FirstAccount;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Data;
using Seminar.Host.Startup;

namespace Seminar.Host.Commands;

/// <summary>Opens everything, says what was opened, serves until stopped.</summary>
internal static class ServeCommand
{
    private const int Stopped = 130;

    public static async Task<int> RunAsync(SeminarOptions options, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        using var dataLock = DataLock.TryTake(data);
        if (dataLock is null)
        {
            await Console.Error.WriteLineAsync($"Un programme Seminar travaille déjà sur « {data.Root} ». Arrêtez-le, ou choisissez un autre dossier avec --data.");
            return 2;
        }

        // A program that was killed could not take it away; nobody listens there.
        File.Delete(data.RunningHost);
        await using var app = SeminarHost.Build(options);
        try
        {
            await app.OpenAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Stopped;
        }
        catch (HouseDatabaseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 4;
        }

        _ = Task.Run(() => FirstPage.DrawAsync(app), cancel);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"L’adresse n’est pas libre : {exception.Message}\nChoisissez-en une autre, par exemple : --urls http://localhost:5080");
            return 3;
        }

        var address = Address(app);
        File.WriteAllText(data.RunningHost, JsonSerializer.Serialize(new RunningHost(Environment.ProcessId, address), RunningHostJson.Default.RunningHost));
        var hasAdministrator = await app.Services.GetRequiredService<AccountDirectory>().HasAdministratorAsync(cancel);
        Announce(app, data, address, hasAdministrator ? null : app.Services.GetRequiredService<FirstAccountLink>().Make());
        await app.WaitForShutdownAsync(cancel);
        File.Delete(data.RunningHost);
        return 0;
    }

    private static string Address(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return bound.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
    }

    private static void Announce(WebApplication app, DataFolder data, string address, string? firstAccount)
    {
        var site = app.Services.GetRequiredService<Ui.ISite>();
        Console.WriteLine();
        Console.WriteLine($"  {site.Title}{(site.IsSample ? "  (données d’exemple ; --empty sur un dossier neuf ouvre un séminaire vide)" : "")}");
        Console.WriteLine($"  Adresse         {address}");
        if (firstAccount is not null)
        {
            Console.WriteLine($"  Premier compte  {address}{firstAccount}");
        }

        Console.WriteLine($"  Données         {data.Root}");
        Console.WriteLine();
        ThemeCommands.Print(app.Services.GetRequiredService<IThemes>().All);
        Console.WriteLine();
        Console.WriteLine("  Ctrl+C arrête le programme.");
    }
}

/// <summary>How to reach the host that serves a data folder.</summary>
internal sealed record RunningHost(int ProcessId, string Address);

[JsonSerializable(typeof(RunningHost))]
internal sealed partial class RunningHostJson : JsonSerializerContext;
