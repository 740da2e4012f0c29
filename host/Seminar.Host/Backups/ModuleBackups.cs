using System.Globalization;
using Microsoft.Data.Sqlite;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Offer;
using Seminar.People;
using Seminar.People.Features.Privacy;
using Seminar.Storage;
using Seminar.Synthesis;
using Seminar.Workshops;

namespace Seminar.Host.Backups;

/// <summary>Copies the databases of modules, and puts copies back, while the host serves or while it does not.</summary>
internal sealed class ModuleBackups(DataFolder data, ThemeFolders themes, IServiceProvider services)
{
    private const string PartialFolder = ".partial";

    /// <summary>Where backups asked for over the API live, and where one to restore must lie.</summary>
    public string Folder => Path.Combine(data.Root, "backups");

    /// <summary>Where the command line puts the copies that it asks to restore.</summary>
    public string Incoming => Path.Combine(Folder, "incoming");

    /// <summary>The modules that hold data: the seminar, its people, the directory, the accounts and every theme that ever ran here, switched on or not.</summary>
    public IReadOnlyList<string> Modules => [.. Files().Where(file => File.Exists(file.Path)).Select(file => file.Module)];

    /// <summary>Whether a module of this name is here: a part of the house, a theme that ever ran, or one whose folder is installed.</summary>
    public bool Knows(string module) =>
        Shared.Any(each => each.Module == module) || (IsKey(module) && (File.Exists(data.ThemeDatabase(module)) || themes.Has(module)));

    /// <summary>Backs up one module, or all of them; one that can't be copied does not keep the others from it.</summary>
    /// <exception cref="MigrationException">There is no such module, or nothing could be copied.</exception>
    public async Task<BackupsMade> BackupAsync(string? module, CancellationToken cancel)
    {
        var chosen = module is null ? Modules : Modules.Where(name => name == module).ToList();
        if (chosen.Count == 0)
        {
            throw new MigrationException(module is null ? "Il n’y a encore aucune base à sauvegarder." : $"Aucun module « {module} » n’a de base ici.");
        }

        // Under its name only once it is whole: a folder with half of the modules would pass for a backup of all.
        var target = Path.Combine(Folder, DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        var partial = target + PartialFolder;
        var failed = new List<NotCopied>();
        foreach (var name in chosen)
        {
            try
            {
                await CopyAsync(name, Path.Combine(partial, name + ".db"), cancel);
            }
            catch (Exception exception) when (exception is MigrationException or SqliteException or IOException or UnauthorizedAccessException)
            {
                failed.Add(new NotCopied(name, exception.Message));
            }
        }

        if (failed.Count == chosen.Count)
        {
            throw new MigrationException(string.Join(" ", failed.Select(each => $"Module « {each.Module} » : {each.Reason}")));
        }

        Directory.Move(partial, target);
        return new BackupsMade(target, failed);
    }

    /// <summary>Puts a copy back in the place of a module's present content, which is backed up first.</summary>
    /// <exception cref="MigrationException">The copy is not sound, or is not this module's; nothing was changed.</exception>
    public async Task RestoreAsync(string module, string source, CancellationToken cancel)
    {
        if (!Knows(module))
        {
            throw new MigrationException(Unknown(module));
        }

        if (Running(module) is { } database)
        {
            services.GetRequiredService<ThemeRollback>().RefuseToMigrateAgain(module, source);
            await database.RestoreAsync(source, cancel, ChangeOf(module));
            return;
        }

        StoppedModule.Restore(PathOf(module), source, data.BackupsOf(module), RulesOf(module));
    }

    /// <summary>What to answer to whoever names a module that is not here.</summary>
    public static string Unknown(string module) =>
        $"Aucun module « {module} » ici. Les modules : seminar, people, offer, accounts et la clé de chaque thématique ; une thématique s’installe avant que l’on remette ses données.";

    /// <summary>Removes what a copy or a restore left that was killed; before anyone is at work on the folder.</summary>
    public void RemoveLeftovers()
    {
        StoppedModule.RemoveLeftovers(data.Root);
        if (!Directory.Exists(Folder))
        {
            return;
        }

        foreach (var partial in Directory.EnumerateDirectories(Folder, "*" + PartialFolder).ToList())
        {
            Directory.Delete(partial, recursive: true);
        }

        if (Directory.Exists(Incoming))
        {
            Directory.Delete(Incoming, recursive: true);
        }
    }

    private async Task CopyAsync(string module, string target, CancellationToken cancel)
    {
        if (Running(module) is { } database)
        {
            await database.BackupAsync(target, cancel);
            return;
        }

        StoppedModule.Backup(PathOf(module), target);
    }

    /// <summary>What a copy must not bring back: whoever was erased since.</summary>
    private Action<SqliteConnection>? ChangeOf(string module) =>
        module == PeopleHosting.Key ? copy => new ErasedPeople(data.ErasedPeople).EraseAgain(copy) : null;

    /// <summary>What is known of a module that does not run: the whole schema of the house's own, whose tables a theme's are.</summary>
    private RestoreRules RulesOf(string module) => module switch
    {
        SeminarModule.Key => RestoreRules.Of([SynthesisModule.Migrations], null),
        PeopleHosting.Key => RestoreRules.Of([PeopleModule.Migrations], ChangeOf(module)),
        OfferHosting.Key => RestoreRules.Of([OfferModule.Migrations], null),
        AccountsDatabase.Key => RestoreRules.Of([AccountsDatabase.Migrations], null),
        _ => new RestoreRules([WorkshopEngine.Migrations.Name, module]),
    };

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

    private string PathOf(string module) => Shared.FirstOrDefault(each => each.Module == module).Path ?? data.ThemeDatabase(module);

    private static bool IsKey(string module) =>
        module.Length > 0 && module.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

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

/// <summary>A backup that was made.</summary>
/// <param name="Folder">The folder of the copies, one file a module.</param>
/// <param name="NotCopied">The modules that are not in it, and why.</param>
internal sealed record BackupsMade(string Folder, IReadOnlyList<NotCopied> NotCopied);

/// <summary>A module that could not be copied.</summary>
internal sealed record NotCopied(string Module, string Reason);
