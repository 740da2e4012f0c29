using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Seminar.Storage;

/// <summary>One numbered step of a schema.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">File name without its extension, such as <c>0001_schemes</c>.</param>
/// <param name="Sql">The statements.</param>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements, line ends aside: a migration that was applied must not change.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n").TrimEnd())));
}

/// <summary>The migrations of one owner. A theme's database has two: the workshop engine's and the theme's own.</summary>
/// <param name="Name">Name of the owner, as recorded in the database.</param>
/// <param name="Migrations">In order.</param>
public sealed partial record MigrationSeries(string Name, IReadOnlyList<Migration> Migrations)
{
    /// <summary>Reads the SQL files that the build embedded into an assembly as <c>Migrations.0001_name.sql</c>.</summary>
    public static MigrationSeries EmbeddedIn(Assembly assembly, string name)
    {
        var migrations = assembly.GetManifestResourceNames()
            .Select(resource => (resource, match: FileName().Match(resource)))
            .Where(found => found.match.Success)
            .Select(found => new Migration(int.Parse(found.match.Groups["number"].Value, null), found.match.Groups["name"].Value, Read(assembly, found.resource)))
            .OrderBy(migration => migration.Number)
            .ToList();

        var expected = Enumerable.Range(1, migrations.Count);
        return migrations.Select(migration => migration.Number).SequenceEqual(expected)
            ? new MigrationSeries(name, migrations)
            : throw new MigrationException(
                $"Les migrations de {assembly.GetName().Name} ne sont pas numérotées 1, 2, 3… sans trou ni double : {string.Join(", ", migrations.Select(migration => migration.Name))}.");
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^Migrations\.(?<name>(?<number>\d{4})_.+)\.sql$")]
    private static partial Regex FileName();
}

/// <summary>A schema that can't be brought up to date; the database is as it was. The message is a French sentence.</summary>
public sealed class MigrationException(string message, Exception? innerException = null) : Exception(message, innerException);
