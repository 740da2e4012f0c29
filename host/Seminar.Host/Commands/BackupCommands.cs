using System.Net.Http.Json;
using System.Text.Json;
using Seminar.Host.Backups;
using Seminar.Host.Data;
using Seminar.Host.Startup;
using Seminar.Host.Themes;
using Seminar.Storage;

namespace Seminar.Host.Commands;

internal static class BackupCommands
{
    public static async Task<int> BackupAsync(SeminarOptions options, string? module, string? target, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        using var connection = HostConnection.Open(data);
        var backups = Alone(options, data);
        BackupsMade made;
        if (connection.Host is { } host)
        {
            using var answer = await host.PostAsJsonAsync("/api/backups", new BackupOrder(module), JsonSerializerOptions.Web, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return await HostConnection.RefuseAsync(answer);
            }

            var answered = (await answer.Content.ReadFromJsonAsync<BackupMade>(JsonSerializerOptions.Web, cancel))!;
            made = new BackupsMade(Path.Combine(backups.Folder, answered.Folder), answered.NotCopied);
        }
        else
        {
            try
            {
                made = await backups.BackupAsync(module, cancel);
            }
            catch (MigrationException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 1;
            }
        }

        var folder = made.Folder;
        if (target is not null)
        {
            CopyFiles(folder, target);
            folder = Path.GetFullPath(target);
        }

        Console.WriteLine($"Sauvegarde faite dans « {folder} » :");
        foreach (var file in Directory.EnumerateFiles(folder, "*.db").Order(StringComparer.Ordinal))
        {
            Console.WriteLine($"  {Path.GetFileName(file)}");
        }

        foreach (var failed in made.NotCopied)
        {
            await Console.Error.WriteLineAsync($"Module « {failed.Module} », pas copié : {failed.Reason}");
        }

        return made.NotCopied.Count == 0 ? 0 : 1;
    }

    public static async Task<int> RestoreAsync(SeminarOptions options, string source, string? module, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        var files = Directory.Exists(source)
            ? Directory.EnumerateFiles(source, "*.db").Where(file => module is null || Path.GetFileNameWithoutExtension(file) == module).Order(StringComparer.Ordinal).ToList()
            : [source];
        if (files.Count == 0 || !files.TrueForAll(File.Exists))
        {
            await Console.Error.WriteLineAsync($"Aucune sauvegarde à remettre dans « {source} ».");
            return 1;
        }

        using var connection = HostConnection.Open(data);
        foreach (var file in files)
        {
            var name = module ?? Path.GetFileNameWithoutExtension(file);
            if (!await RestoreAsync(Alone(options, data), connection.Host, name, file, cancel))
            {
                return 1;
            }

            Console.WriteLine($"Module « {name} » remis depuis « {file} ».");
        }

        return 0;
    }

    private static async Task<bool> RestoreAsync(ModuleBackups backups, HttpClient? host, string module, string file, CancellationToken cancel)
    {
        if (host is null)
        {
            try
            {
                await backups.RestoreAsync(module, file, cancel);
                return true;
            }
            catch (MigrationException exception)
            {
                await Console.Error.WriteLineAsync($"Module « {module} », rien n’a été changé : {exception.Message}");
                return false;
            }
        }

        // The host takes backups from its own folder only.
        Directory.CreateDirectory(backups.Incoming);
        var copy = Path.Combine(backups.Incoming, $"{Guid.CreateVersion7()}.db");
        File.Copy(file, copy);
        try
        {
            using var answer = await host.PostAsJsonAsync("/api/restores", new RestoreOrder(module, Path.GetRelativePath(backups.Folder, copy)), JsonSerializerOptions.Web, cancel);
            return answer.IsSuccessStatusCode || await HostConnection.RefuseAsync(answer) == 0;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static ModuleBackups Alone(SeminarOptions options, DataFolder data) =>
        new(data, new ThemeFolders(Path.GetFullPath(options.Themes)), new ServiceCollection().BuildServiceProvider());

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.db"))
        {
            // Under its name only once it is whole.
            var target = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, target + ".partial", overwrite: true);
            File.Move(target + ".partial", target, overwrite: true);
        }
    }
}
