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
internal sealed class ThemeLoader(
    Kernel kernel, DataFolder data, ThemeAssemblies assemblies, ThemeStarts starts, ThemeOptions options, TimeProvider clock)
{
    private const string DatabaseStep = "base de données";

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

    /// <exception cref="ThemeFailure">A step failed, or did not end in time.</exception>
    public async Task<RunningTheme> LoadAsync(ThemeCandidate candidate, CancellationToken cancel)
    {
        var manifest = candidate.Manifest ?? throw candidate.Failure!;
        RequireContract(manifest);
        if (!File.Exists(Path.Combine(candidate.Folder, manifest.Assembly)))
        {
            throw Missing($"L’assemblage « {manifest.Assembly} » n’est pas dans le dossier.");
        }

        using var start = new ThemeStart(clock, step => starts.Begin(candidate, step));
        try
        {
            var theme = await start.RunAsync($"{manifest.Key} {manifest.Version}", one => Load(one, candidate), cancel);
            starts.Succeed(candidate);
            return theme;
        }
        catch (ThemeHeldException held)
        {
            starts.Hold(candidate, held.Step);
            throw held.ToFailure(LimitOf(held.Step));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            starts.Interrupt(candidate);
            throw;
        }
        catch
        {
            starts.Refuse(candidate);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RunningTheme Load(ThemeStart start, ThemeCandidate candidate)
    {
        var types = Step(start, "chargement", () => assemblies.Take(candidate));
        try
        {
            return Open(start, candidate, types);
        }
        catch
        {
            assemblies.GiveBack(types, isSound: false);
            throw;
        }
    }

    private RunningTheme Open(ThemeStart start, ThemeCandidate candidate, ThemeLoadContext types)
    {
        var identity = candidate.Manifest!.ToIdentity();
        var assembly = Step(start, "chargement", types.LoadWithReferences);
        var theme = Step(start, "démarrage", () => Create(assembly));
        var description = new ThemeDescription();
        ModuleDatabase? database = null;

        var scope = Step(start, "services", () => new ModuleScope(identity.Key, kernel.Open(identity.Key, types, services =>
        {
            services.RegisterInstance(identity);
            services.RegisterInstance(description);
            services.Register(_ => database ?? throw new InvalidOperationException("La base n’est pas encore ouverte : ne la demandez pas au démarrage."))
                .As<IModuleDatabase>().ExternallyOwned();
            WorkshopEngine.Register(services);
            services.AddMediator([WorkshopEngine.Assembly, assembly]);
            theme.Register(services);
        })));
        try
        {
            Step(start, "description", () => theme.Describe(description));
            var endpoints = Step(start, "pages", () => ModuleRoutes.Build(scope, routes =>
            {
                var pages = routes.MapGroup(identity.Address);
                WorkshopEngine.Map(pages, identity);
                theme.Map(pages);
            }));

            // Last: a version that fails for any other reason must not have changed the data of the one before.
            database = Step(start, DatabaseStep, () => OpenDatabase(identity.Key, assembly, start.GivenUp));
            return new RunningTheme(candidate, description, scope, database, endpoints, types, assemblies);
        }
        catch
        {
            scope.DisposeAsync().AsTask().Wait();
            throw;
        }
    }

    private ModuleDatabase OpenDatabase(string key, Assembly assembly, CancellationToken givenUp)
    {
        var path = data.ThemeDatabase(key);
        if (data.Known.IsGone(key, path))
        {
            throw new ThemeFailure(
                ThemeState.Failed, DatabaseStep, $"Sa base « {path} » a disparu ; une base vide n’a pas été mise à sa place.",
                $"Remettez une sauvegarde (restore FICHIER --module {key}), puis activez-la ; pour repartir d’une base vide, désactivez-la puis activez-la.");
        }

        var database = ModuleDatabase.Open(
            path, data.BackupsOf(key), [WorkshopEngine.Migrations, MigrationSeries.EmbeddedIn(assembly, key)], givenUp);
        data.Known.Add(key);
        return database;
    }

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

    private void Step(ThemeStart start, string name, Action action) => Step(start, name, () =>
    {
        action();
        return true;
    });

    private T Step<T>(ThemeStart start, string name, Func<T> action)
    {
        try
        {
            return start.Do(name, LimitOf(name), action);
        }
        catch (Exception exception) when (exception is ThemeFailure || start.GivenUp.IsCancellationRequested)
        {
            throw;
        }
        catch (FileNotFoundException exception)
        {
            throw Missing($"Un assemblage manque dans le dossier : {exception.FileName ?? exception.Message}");
        }
        catch (MigrationException exception)
        {
            throw new ThemeFailure(
                ThemeState.Failed, name, exception.Message,
                "Gardez la version de la thématique qui convient à cette base ; ou revenez en arrière avec les données : « themes disable », "
                + "« restore » d’une copie d’avant cette migration (dossier « backups »), « themes pin » de la version, « themes enable ».");
        }
        catch (Exception exception)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new ThemeFailure(ThemeState.Failed, name, $"{cause.GetType().Name} : {cause.Message}", "Signalez cette erreur à l’équipe qui publie la thématique.");
        }
    }

    // Bringing years of data up to date may take a while.
    private TimeSpan LimitOf(string step) => step == DatabaseStep ? options.StepLimit * 10 : options.StepLimit;

    private static ThemeFailure Missing(string reason) =>
        new(ThemeState.MissingDependency, "chargement", reason, "Réinstallez le dossier complet de la thématique.");
}

/// <summary>Settings of the theme loader.</summary>
/// <param name="Collectible">Whether a replaced version may leave memory; costs start-up time, since such code is never precompiled.</param>
/// <param name="StepLimit">How long one step of a start may take.</param>
/// <param name="Safe">Whether only those versions start that have started well here before.</param>
internal sealed record ThemeOptions(bool Collectible, TimeSpan StepLimit, bool Safe)
{
    private const double UsualSeconds = 30;

    public static ThemeOptions From(IConfiguration settings, bool safe) => new(
        settings.GetValue("Themes:Collectible", false),
        TimeSpan.FromSeconds(Math.Max(0.1, settings.GetValue("Themes:StepSeconds", UsualSeconds))),
        safe);
}
