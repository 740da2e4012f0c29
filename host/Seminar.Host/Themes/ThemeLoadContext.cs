using System.Reflection;
using System.Runtime.Loader;

namespace Seminar.Host.Themes;

/// <summary>
/// The assemblies of one version of one theme. What crosses the border (framework, contracts, user interface, and the
/// packages they expose) comes from the host, so that both sides mean the same types; the rest is the theme's own.
/// </summary>
internal sealed class ThemeLoadContext(string name, string mainAssembly, bool collectible)
    : AssemblyLoadContext(name, collectible)
{
    private static readonly string[] CrossingPackages =
        ["Autofac", "MediatR", "Dapper", "Microsoft.Data.Sqlite", "SQLitePCLRaw"];

    private static readonly Lazy<HashSet<string>> Shared = new(FindShared);

    private readonly AssemblyDependencyResolver _resolver = new(mainAssembly);

    /// <summary>Where its files are: a copy of its own.</summary>
    public string Folder { get; } = Path.GetDirectoryName(mainAssembly)!;

    /// <summary>Loads the theme's assembly and all that it refers to: a missing file shows now, not at first use.</summary>
    public Assembly LoadWithReferences()
    {
        var main = LoadFromAssemblyPath(mainAssembly);
        var seen = new HashSet<string>(StringComparer.Ordinal) { main.GetName().Name! };
        var waiting = new Queue<Assembly>([main]);
        while (waiting.TryDequeue(out var assembly))
        {
            foreach (var reference in assembly.GetReferencedAssemblies().Where(reference => seen.Add(reference.Name!)))
            {
                var loaded = LoadFromAssemblyName(reference);
                if (!IsShared(reference.Name!))
                {
                    waiting.Enqueue(loaded);
                }
            }
        }

        return main;
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        !IsShared(assemblyName.Name!) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private static bool IsShared(string name) => Shared.Value.Contains(name);

    private static HashSet<string> FindShared()
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return trusted
            .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) || Crosses(Path.GetFileNameWithoutExtension(path)))
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool Crosses(string name) =>
        name.StartsWith("Seminar.", StringComparison.Ordinal)
        || CrossingPackages.Any(package => name == package || name.StartsWith(package + ".", StringComparison.Ordinal));
}
