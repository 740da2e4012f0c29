using System.Net.Http.Json;
using System.Text.Json;
using Seminar.Host.Backups;
using Seminar.Host.Data;
using Seminar.Host.Startup;
using Seminar.Storage;

namespace Seminar.Host.Commands;

internal static class BackupCommands
{
    public static async Task<int> BackupAsync(SeminarOptions options, string? module, string? target, CancellationToken cancel)
    {
        var data = new DataFolder(options.Data);
        using var connection = HostConnection.Open(data);
        var backups = Alone(data);
        string folder;
        if (connection.Host is { } host)
        {
            using var answer = await host.PostAsJsonAsync("/api/backups", new BackupOrder(module), JsonSerializerOptions.Web, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return await HostConnection.RefuseAsync(answer);
            }

            folder = Path.Combine(backups.Folder, (await answer.Content.ReadFromJsonAsync<BackupMade>(JsonSerializerOptions.Web, cancel))!.Folder);
        }
        else
        {
            try
            {
                folder = await backups.BackupAsync(module, cancel);
            }
            catch (MigrationException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 1;
            }
        }

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

        return 0;
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
            if (!await RestoreAsync(data, connection.Host, name, file, cancel))
            {
                return 1;
            }

            Console.WriteLine($"Module « {name} » remis depuis « {file} ».");
        }

        return 0;
    }

    private static async Task<bool> RestoreAsync(DataFolder data, HttpClient? host, string module, string file, CancellationToken cancel)
    {
        var backups = Alone(data);
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
        var incoming = Path.Combine("incoming", $"{Guid.CreateVersion7()}.db");
        var copy = Path.Combine(backups.Folder, incoming);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
        try
        {
            using var answer = await host.PostAsJsonAsync("/api/restores", new RestoreOrder(module, incoming), JsonSerializerOptions.Web, cancel);
            return answer.IsSuccessStatusCode || await HostConnection.RefuseAsync(answer) == 0;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static ModuleBackups Alone(DataFolder data) => new(data, new ServiceCollection().BuildServiceProvider());

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.db"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
