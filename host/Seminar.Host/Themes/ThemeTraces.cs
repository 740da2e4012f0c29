using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Dapper;

namespace Seminar.Host.Themes;

/// <summary>
/// What libraries remember of a theme's types, in static tables without a door to forget them by: each entry would keep the theme's code in
/// memory for ever. Only for themes that may leave it (<c>Themes:Collectible</c>).
/// </summary>
internal static class ThemeTraces
{
    private static readonly string[] Rememberers = ["MediatR", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http", "Dapper"];

    private static readonly Lazy<List<FieldInfo>> Tables = new(FindTables);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Remove(ThemeLoadContext types)
    {
        SqlMapper.PurgeQueryCache();
        foreach (var table in Tables.Value.Select(field => field.GetValue(null)).OfType<IDictionary>())
        {
            lock (table)
            {
                foreach (var key in table.Keys.Cast<object>().Where(key => Involves(types, key)).ToList())
                {
                    table.Remove(key);
                }
            }
        }
    }

    private static List<FieldInfo> FindTables() =>
    [
        .. AssemblyLoadContext.Default.Assemblies
            .Where(assembly => Rememberers.Any(name => assembly.GetName().Name == name || assembly.GetName().Name!.StartsWith(name + ".", StringComparison.Ordinal)))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType.IsAssignableTo(typeof(IDictionary))),
    ];

    private static bool Involves(ThemeLoadContext types, object key) => key switch
    {
        Type type => Involves(types, type),
        MemberInfo member => member.DeclaringType is { } declaring && Involves(types, declaring),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(index => tuple[index] is { } part && Involves(types, part)),
        _ => false,
    };

    private static bool Involves(ThemeLoadContext types, Type type) =>
        AssemblyLoadContext.GetLoadContext(type.Assembly) == types
        || (type.HasElementType && Involves(types, type.GetElementType()!))
        || type.GenericTypeArguments.Any(argument => Involves(types, argument));
}
