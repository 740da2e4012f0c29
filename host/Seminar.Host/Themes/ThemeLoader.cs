using System.Reflection;
using System.Runtime.CompilerServices;
using Autofac;
using NuGet.Versioning;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Storage;
using Seminar.Workshops;

namespace Seminar.Host.Themes;

/// <summary>Takes one version of a theme from its folder to ready. All or nothing: what was opened before a step failed is closed.</summary>
internal sealed class ThemeLoader(Kernel kernel, DataFolder data, ThemeOptions options)
{
    /// <summary>The version of Seminar.Contracts that this host carries.</summary>
    public static SemanticVersion ContractVersion { get; } = SemanticVersion.Parse(
        typeof(ITheme).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <exception cref="ThemeFailure">A step failed.</exception>
    public static void RequireContract(ThemeManifest manifest)
    {
        if (!manifest.Contract.Satisfies(new NuGetVersion(ContractVersion.ToString())))
        {
            throw new ThemeFailure(
                ThemeState.Incompatible, "contrat",
                $"La thématique accepte les versions {manifest.Contract.OriginalString} du contrat ; cet hôte porte la version {ContractVersion}.",
                "Installez une version de la thématique faite pour cet hôte, ou mettez l’hôte à jour.");
        }
    }

    /// <exception cref="ThemeFailure">A step failed.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public RunningTheme Load(ThemeManifest manifest, string folder)
    {
        RequireContract(manifest);
        var main = Path.Combine(folder, manifest.Assembly);
        if (!File.Exists(main))
        {
            throw Missing($"L’assemblage « {manifest.Assembly} » n’est pas dans le dossier.");
        }

        var types = Step("chargement", () => new ThemeLoadContext($"{manifest.Key} {manifest.Version}", main, options.Collectible));
        try
        {
            return Open(manifest, folder, types);
        }
        catch
        {
            if (types.IsCollectible)
            {
                types.Unload();
            }

            throw;
        }
    }

    private RunningTheme Open(ThemeManifest manifest, string folder, ThemeLoadContext types)
    {
        var assembly = Step("chargement", types.LoadWithReferences);
        var theme = Step("démarrage", () => Create(assembly));
        var description = new ThemeDescription();
        ModuleDatabase? database = null;

        var scope = Step("services", () => new ModuleScope(manifest.Key, kernel.Open(manifest.Key, types, services =>
        {
            services.RegisterInstance(manifest.ToIdentity());
            services.RegisterInstance(description);
            services.Register(_ => database ?? throw new InvalidOperationException("La base n’est pas encore ouverte : ne la demandez pas au démarrage."))
                .As<IModuleDatabase>().ExternallyOwned();
            WorkshopEngine.Register(services);
            services.AddMediator([WorkshopEngine.Assembly, assembly]);
            theme.Register(services);
        })));
        try
        {
            Step("description", () => theme.Describe(description));
            var endpoints = Step("pages", () => ModuleRoutes.Build(scope, routes =>
            {
                var pages = routes.MapGroup(manifest.ToIdentity().Address);
                WorkshopEngine.Map(pages, manifest.ToIdentity());
                theme.Map(pages);
            }));

            // Last: a version that fails for any other reason must not have changed the data of the one before.
            database = Step("base de données", () => OpenDatabase(manifest, assembly));
            return new RunningTheme(manifest, folder, description, scope, database, endpoints, types);
        }
        catch
        {
            scope.DisposeAsync().AsTask().Wait();
            throw;
        }
    }

    private ModuleDatabase OpenDatabase(ThemeManifest manifest, Assembly assembly) => ModuleDatabase.Open(
        data.ThemeDatabase(manifest.Key), data.BackupsOf(manifest.Key),
        WorkshopEngine.Migrations, MigrationSeries.EmbeddedIn(assembly, manifest.Key));

    private static ITheme Create(Assembly assembly)
    {
        var entries = assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(ITheme)) && !type.IsAbstract).ToList();
        if (entries.Count != 1)
        {
            throw new ThemeFailure(
                ThemeState.Failed, "démarrage",
                $"L’assemblage doit avoir une classe publique ITheme, il en a {entries.Count}.",
                "Gardez une seule classe publique ITheme, avec un constructeur sans paramètre.");
        }

        return (ITheme)Activator.CreateInstance(entries[0])!;
    }

    private static void Step(string name, Action action) => Step(name, () =>
    {
        action();
        return true;
    });

    private static T Step<T>(string name, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (ThemeFailure)
        {
            throw;
        }
        catch (FileNotFoundException exception)
        {
            throw Missing($"Un assemblage manque dans le dossier : {exception.FileName ?? exception.Message}");
        }
        catch (MigrationException exception)
        {
            throw new ThemeFailure(ThemeState.Failed, name, exception.Message, "Installez la version de la thématique qui convient à cette base, ou restaurez une sauvegarde.");
        }
        catch (Exception exception)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new ThemeFailure(ThemeState.Failed, name, $"{cause.GetType().Name} : {cause.Message}", "Signalez cette erreur à l’équipe qui publie la thématique.");
        }
    }

    private static ThemeFailure Missing(string reason) =>
        new(ThemeState.MissingDependency, "chargement", reason, "Réinstallez le dossier complet de la thématique.");
}

/// <summary>Settings of the theme loader.</summary>
/// <param name="Collectible">Whether a replaced version may leave memory; costs start-up time, since such code is never precompiled.</param>
internal sealed record ThemeOptions(bool Collectible);
