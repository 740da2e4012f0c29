using System.Globalization;
using System.Text.RegularExpressions;
using Seminar.Host.Data;

namespace Seminar.Host.Backups;

/// <summary>
/// Backups are kept for a term and then removed, since people who were erased stand in the older ones. Only those that the program named
/// itself, by their day; a copy taken elsewhere is its owner's.
/// </summary>
internal sealed partial class BackupTerm(DataFolder data, IConfiguration configuration, TimeProvider clock)
{
    private const int DefaultDays = 30;
    private const string Day = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <exception cref="InvalidOperationException">The setting is no number of days.</exception>
    public TimeSpan Term { get; } = configuration.GetValue<int?>("Backups:Days") switch
    {
        null => TimeSpan.FromDays(DefaultDays),
        >= 1 and <= 3650 and var days => TimeSpan.FromDays(days),
        _ => throw new InvalidOperationException("Le réglage « Backups:Days » est un nombre de jours, de 1 à 3 650."),
    };

    /// <summary>Removes what is past its term.</summary>
    /// <returns>How many backups.</returns>
    public int Prune()
    {
        var folder = Path.Combine(data.Root, "backups");
        var old = Directory.Exists(folder)
            ? Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Where(IsOld).ToList()
            : [];
        foreach (var path in old)
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }

        return old.Count;
    }

    private bool IsOld(string path) =>
        Made().Match(Path.GetFileName(path)) is { Success: true } made
        && DateTimeOffset.TryParseExact(made.Groups["at"].Value, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at < clock.GetUtcNow() - Term;

    [GeneratedRegex(@"^(?<at>[0-9]{8}T[0-9]{9}Z)(-.+\.(db|illisible)(-wal)?)?$")]
    private static partial Regex Made();
}
