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
        Print(Foresee(options, data, new ThemeSettings(data.ThemeSettings)));
        return 0;
    }

    public static async Task<int> SwitchAsync(SeminarOptions options, string key, bool enabled, CancellationToken cancel)
    {
        var code = await ChangeAsync(
            options, key, setting => setting with { Enabled = enabled },
            (host, theme) => host.PostAsync($"{theme}/{(enabled ? "enable" : "disable")}", null, cancel), cancel);
        if (code == 0 && !enabled)
        {
            var data = new DataFolder(options.Data);
            data.Known.LetBeginAgain(key, data.ThemeDatabase(key));
        }

        return code;
    }

    public static Task<int> PinAsync(SeminarOptions options, string key, string? version, CancellationToken cancel) => ChangeAsync(
        options, key, setting => setting with { Pinned = version },
        (host, theme) => version is null ? host.DeleteAsync($"{theme}/pin", cancel) : host.PutAsync($"{theme}/pin/{Uri.EscapeDataString(version)}", null, cancel), cancel,
        versions => version is null || versions.Any(candidate => candidate.VersionText == version) ? null : PinnedTheme.Absent(version, versions));

    /// <summary>Asks the running program for a change, or writes it down for the next start.</summary>
    private static async Task<int> ChangeAsync(
        SeminarOptions options, string key, Func<ThemeSetting, ThemeSetting> change,
        Func<HttpClient, string, Task<HttpResponseMessage>> ask, CancellationToken cancel,
        Func<IReadOnlyList<ThemeCandidate>, string?>? refuse = null)
    {
        var data = new DataFolder(options.Data);
        using var connection = HostConnection.Open(data);
        if (connection.Host is { } host)
        {
            using var answer = await ask(host, $"/api/themes/{Uri.EscapeDataString(key)}");
            if (!answer.IsSuccessStatusCode)
            {
                return await HostConnection.RefuseAsync(answer);
            }

            Print([(await answer.Content.ReadFromJsonAsync<ThemeStatus>(JsonSerializerOptions.Web, cancel))!]);
            return 0;
        }

        var settings = new ThemeSettings(data.ThemeSettings);
        var versions = new ThemeFolders(Path.GetFullPath(options.Themes)).Find().FirstOrDefault(theme => theme.Key == key)?.ToList() ?? [];
        if (versions.Count == 0 && !settings.Knows(key))
        {
            await Console.Error.WriteLineAsync($"Aucune thématique n’a la clé « {key} » dans « {options.Themes} ».");
            return 1;
        }

        if (refuse?.Invoke(versions) is { } reason)
        {
            await Console.Error.WriteLineAsync($"{reason} Rien n’a été changé.");
            return 1;
        }

        settings.Change(key, change);
        var starts = Starts(data);
        starts.Forgive(versions);
        Print([(versions.Count > 0 ? ThemeEntry.Foresee(versions, settings.Of(key), starts)
            : settings.Of(key).Enabled ? ThemeEntry.WithoutFolder(key) : ThemeEntry.Off(key)).Status]);
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
    private static IEnumerable<ThemeStatus> Foresee(SeminarOptions options, DataFolder data, ThemeSettings settings)
    {
        var starts = Starts(data);
        return new ThemeFolders(Path.GetFullPath(options.Themes)).Find()
            .Select(group => ThemeEntry.Foresee(group, settings.Of(group.Key), starts))
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Status);
    }

    private static ThemeStarts Starts(DataFolder data)
    {
        var starts = new ThemeStarts(data.ThemeStarts);
        starts.Settle();
        return starts;
    }
}
