using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Seminar.Host.Tests;

namespace Seminar.Architecture.Tests;

/// <summary>What the tests look at, discovered from the folders: a list by hand would go stale.</summary>
internal static class Solution
{
    private static readonly string Configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string HostFolder { get; } = Path.Combine(Repository.Root, "artifacts", "bin", "Seminar.Host", Configuration);

    public static IReadOnlyList<Plugin> Plugins { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "plugins"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(Plugin.Read),
    ];

    /// <summary>Source files of the parts that every theme shares.</summary>
    public static IEnumerable<string> SharedSources => SourcesUnder("src").Concat(SourcesUnder("host"));

    public static IEnumerable<string> SourcesUnder(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".csproj" or ".sql" or ".json" or ".props" or ".targets");

    /// <summary>The assemblies that an assembly refers to, read without loading it.</summary>
    public static IReadOnlyList<string> References(string assembly) =>
        Read(assembly, metadata => metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList());

    /// <summary>The public types of an assembly, with the name of what they derive from.</summary>
    public static IReadOnlyList<(string Name, string Base)> PublicTypes(string assembly) =>
        Read(assembly, metadata => metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => (metadata.GetString(type.Name), BaseName(metadata, type)))
            .ToList());

    private static T Read<T>(string assembly, Func<MetadataReader, T> read)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        return read(image.GetMetadataReader());
    }

    private static string BaseName(MetadataReader metadata, TypeDefinition type) => type.BaseType.Kind switch
    {
        HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type.BaseType).Name),
        HandleKind.TypeSpecification => "generic",
        _ => "",
    };
}

/// <summary>A theme's project, with its manifest and its built assembly.</summary>
internal sealed record Plugin(string Project, string Key, string Slug, string Assembly)
{
    public string Folder => Path.GetDirectoryName(Project)!;

    public static Plugin Read(string project)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "theme.json")));
        var key = manifest.RootElement.GetProperty("key").GetString()!;
        var assembly = Directory.EnumerateFiles(Path.Combine(Solution.HostFolder, "themes", key), Path.GetFileNameWithoutExtension(project) + ".dll", SearchOption.AllDirectories).Max()!;
        return new Plugin(project, key, manifest.RootElement.GetProperty("slug").GetString()!, assembly);
    }
}
