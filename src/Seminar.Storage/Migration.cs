using System.Globalization;
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
    /// <summary>Whether it says, in its first line, that an older version works with what it makes.</summary>
    public bool IsAdditive => AdditiveSql.IsDeclared(Sql);

    /// <summary>SHA-256 of the statements, line ends aside: a migration that was applied must not change.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n").TrimEnd())));
}

/// <summary>The migrations of one owner. A theme's database has two: the workshop engine's and the theme's own.</summary>
/// <param name="Name">Name of the owner, as recorded in the database.</param>
/// <param name="Migrations">In order.</param>
public sealed partial record MigrationSeries(string Name, IReadOnlyList<Migration> Migrations)
{
    /// <summary>In order.</summary>
    public IReadOnlyList<Migration> Migrations { get; } = Numbered(Name, Migrations);

    /// <summary>Reads the SQL files that the build embedded into an assembly as <c>Migrations.0001_name.sql</c>.</summary>
    /// <exception cref="MigrationException">A file is misnamed, or the numbers are not 1, 2, 3…</exception>
    public static MigrationSeries EmbeddedIn(Assembly assembly, string name) => new(
        name,
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith("Migrations.", StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource))
            .OrderBy(migration => migration.Number)]);

    private static IReadOnlyList<Migration> Numbered(string name, IReadOnlyList<Migration> migrations) =>
        migrations.Select(migration => migration.Number).SequenceEqual(Enumerable.Range(1, migrations.Count))
            ? migrations
            : throw new MigrationException(
                $"Les migrations de « {name} » ne sont pas numérotées 1, 2, 3… sans trou ni double : {string.Join(", ", migrations.Select(migration => migration.Name))}.");

    private static Migration Read(Assembly assembly, string resource)
    {
        var match = FileName().Match(resource);
        if (!match.Success)
        {
            throw new MigrationException($"Le fichier de migration « {resource} » ne se nomme pas comme 0001_nom.sql.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(
            int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["name"].Value, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^Migrations\.(?<name>(?<number>[0-9]{4})_.+)\.sql$")]
    private static partial Regex FileName();
}

/// <summary>A schema that can't be brought up to date; the database is as it was. The message is a French sentence.</summary>
public sealed class MigrationException(string message, Exception? innerException = null) : Exception(message, innerException);
