using System.Net.Http.Json;
using Seminar.Host.Access;
using Seminar.Host.Api;
using Seminar.Host.Data;
using Seminar.Host.Startup;

namespace Seminar.Host.Commands;

/// <summary>Whoever may read the data folder gets back in: the key for programs, and a link that creates an administrator.</summary>
internal static class AccessCommands
{
    public static async Task<int> ShowAsync(SeminarOptions options, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        Console.WriteLine($"Clé des programmes   {AccessKey.ReadOrCreate(data.AccessKey).Text}");
        using var connection = HostConnection.Open(data);
        if (connection.Host is not { } host)
        {
            Console.WriteLine("Démarrez le programme pour obtenir aussi un lien qui crée un compte d’administrateur.");
            return 0;
        }

        using var answer = await host.PostAsync("/api/first-account-links", null, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            return await HostConnection.RefuseAsync(answer);
        }

        var made = await answer.Content.ReadFromJsonAsync<FirstAccountLinkMade>(cancel);
        Console.WriteLine($"Compte à créer       {host.BaseAddress!.ToString().TrimEnd('/')}{made!.Link}");
        return 0;
    }
}
