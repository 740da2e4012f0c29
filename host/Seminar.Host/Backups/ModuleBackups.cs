using System.Globalization;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Storage;

namespace Seminar.Host.Backups;

/// <summary>Copies the databases of modules, and puts copies back, while the host serves or while it does not.</summary>
internal sealed class ModuleBackups(DataFolder data, IServiceProvider services)
{
    /// <summary>Where backups asked for over the API live, and where one to restore must lie.</summary>
    public string Folder => Path.Combine(data.Root, "backups");

    /// <summary>The modules that hold data: the seminar, its people, the directory, the accounts and every theme that ever ran here, switched on or not.</summary>
    public IReadOnlyList<string> Modules => [.. Files().Where(file => File.Exists(file.Path)).Select(file => file.Module)];

    /// <summary>Backs up one module, or all of them.</summary>
    /// <returns>The folder of the copies, one file a module.</returns>
    /// <exception cref="MigrationException">There is no such module.</exception>
    public async Task<string> BackupAsync(string? module, CancellationToken cancel)
    {
        var target = Path.Combine(Folder, DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        var chosen = module is null ? Modules : Modules.Where(name => name == module).ToList();
        if (chosen.Count == 0)
        {
            throw new MigrationException(module is null ? "Il n’y a encore aucune base à sauvegarder." : $"Aucun module « {module} » n’a de base ici.");
        }

        foreach (var name in chosen)
        {
            await CopyAsync(name, Path.Combine(target, name + ".db"), cancel);
        }

        return target;
    }

    /// <summary>Puts a copy back in the place of a module's present content, which is backed up first.</summary>
    /// <exception cref="MigrationException">The copy is not sound, or is not this module's; nothing was changed.</exception>
    public async Task RestoreAsync(string module, string source, CancellationToken cancel)
    {
        if (Running(module) is { } database)
        {
            await database.RestoreAsync(source, cancel);
            return;
        }

        var path = PathOf(module) ?? throw new MigrationException($"Le nom de module « {module} » n’est pas valable.");
        StoppedModule.Restore(path, source, data.BackupsOf(module));
    }

    private async Task CopyAsync(string module, string target, CancellationToken cancel)
    {
        if (Running(module) is { } database)
        {
            await database.BackupAsync(target, cancel);
            return;
        }

        StoppedModule.Backup(PathOf(module)!, target);
    }

    /// <summary>The open database of a module; null when it does not run, or when no host runs at all.</summary>
    private ModuleDatabase? Running(string module)
    {
        if (services.GetService<Startup.Readiness>() is not { IsReady: true })
        {
            return null;
        }

        return module switch
        {
            SeminarModule.Key => services.GetRequiredService<SeminarModule>().Database,
            PeopleHosting.Key => services.GetRequiredService<PeopleHosting>().Database,
            OfferHosting.Key => services.GetRequiredService<OfferHosting>().Database,
            AccountsDatabase.Key => services.GetRequiredService<AccountsDatabase>().Database,
            _ => services.GetRequiredService<ThemeRegistry>().Find(module)?.Database,
        };
    }

    private string? PathOf(string module) =>
        Shared.FirstOrDefault(each => each.Module == module).Path is { } path ? path
        : module.Length > 0 && module.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? data.ThemeDatabase(module)
        : null;

    private (string Module, string Path)[] Shared =>
    [
        (SeminarModule.Key, data.SeminarDatabase), (PeopleHosting.Key, data.PeopleDatabase), (OfferHosting.Key, data.OfferDatabase),
        (AccountsDatabase.Key, data.AccountsDatabase),
    ];

    private IEnumerable<(string Module, string Path)> Files()
    {
        foreach (var shared in Shared)
        {
            yield return shared;
        }

        var themes = Path.Combine(data.Root, "themes");
        if (!Directory.Exists(themes))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(themes, "*.db").Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileNameWithoutExtension(path), path);
        }
    }
}
