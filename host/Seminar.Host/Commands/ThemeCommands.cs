using System.Net.Http.Json;
using System.Text.Json;
using Seminar.Contracts.Themes;
using Seminar.Host.Data;
using Seminar.Host.Startup;
using Seminar.Host.Themes;

namespace Seminar.Host.Commands;

internal static class ThemeCommands
{
    public static async Task<int> ListAsync(SeminarOptions options, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        using var connection = HostConnection.Open(data);
        if (connection.Host is { } host)
        {
            Print((await host.GetFromJsonAsync<List<ThemeStatus>>("/api/themes", JsonSerializerOptions.Web, cancel))!);
            return 0;
        }

        Console.WriteLine("  (programme arrêté : ce que feraient les thématiques au démarrage, sans les charger)");
        Print(Foresee(options, new ThemeSettings(data.ThemeSettings)));
        return 0;
    }

    public static async Task<int> SwitchAsync(SeminarOptions options, string key, bool enabled, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        using var connection = HostConnection.Open(data);
        if (connection.Host is { } host)
        {
            using var answer = await host.PostAsync($"/api/themes/{Uri.EscapeDataString(key)}/{(enabled ? "enable" : "disable")}", null, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return await HostConnection.RefuseAsync(answer);
            }

            Print([(await answer.Content.ReadFromJsonAsync<ThemeStatus>(JsonSerializerOptions.Web, cancel))!]);
            return 0;
        }

        var settings = new ThemeSettings(data.ThemeSettings);
        if (Foresee(options, settings).All(theme => theme.Key != key))
        {
            await Console.Error.WriteLineAsync($"Aucune thématique n’a la clé « {key} » dans « {options.Themes} ».");
            return 1;
        }

        settings.Change(key, setting => setting with { Enabled = enabled });
        Print(Foresee(options, settings).Where(theme => theme.Key == key));
        return 0;
    }

    public static void Print(IEnumerable<ThemeStatus> themes)
    {
        foreach (var theme in themes)
        {
            Console.WriteLine($"  {theme.Key,-20} {theme.Version,-10} {theme.State,-18} {theme.Name}{(theme.Reason is null ? "" : $" – {theme.Reason}")}");
        }
    }

    /// <summary>What the manifests and settings alone tell: no theme is loaded and no database is opened for a list.</summary>
    private static IEnumerable<ThemeStatus> Foresee(SeminarOptions options, ThemeSettings settings) =>
        new ThemeFolders(Path.GetFullPath(options.Themes)).Find()
            .Select(group => ThemeEntry.Foresee(group, settings.Of(group.Key)))
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Status);
}
