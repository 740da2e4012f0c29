using System.Text.Json;
using System.Text.Json.Serialization;

namespace Seminar.Host.Themes;

/// <summary>
/// How the starts of each version went, one small file each in the data folder. It names the step before the step begins: when the program
/// ends in the midst of it, the next start knows who did it.
/// </summary>
internal sealed class ThemeStarts(string folder)
{
    private readonly Lock _gate = new();

    /// <summary>What is known of these very files; nothing, when they were replaced since.</summary>
    public ThemeStartRecord Of(ThemeCandidate candidate)
    {
        lock (_gate)
        {
            return Known(candidate);
        }
    }

    /// <summary>Reads what the last run left: a start still underway in it is one that ended the program.</summary>
    public void Settle()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        lock (_gate)
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
            {
                if (Read(path) is { Underway: { } step } record)
                {
                    Write(path, record.Fault(step, held: false));
                }
            }
        }
    }

    public void Begin(ThemeCandidate candidate, string step) => Change(candidate, record => record with { Underway = step });

    public void Succeed(ThemeCandidate candidate) =>
        Change(candidate, record => record with { Underway = null, HasServed = true, Faults = 0 });

    /// <summary>It failed as a program should: it said so.</summary>
    public void Refuse(ThemeCandidate candidate) => Change(candidate, record => record with { Underway = null, Faults = 0 });

    public void Hold(ThemeCandidate candidate, string step) => Change(candidate, record => record.Fault(step, held: true));

    /// <summary>Whoever runs the program stopped it meanwhile: nobody's fault.</summary>
    public void Interrupt(ThemeCandidate candidate) => Change(candidate, record => record with { Underway = null });

    /// <summary>The administrator wants it tried again.</summary>
    public void Forgive(IEnumerable<ThemeCandidate> candidates)
    {
        foreach (var candidate in candidates.Where(candidate => Of(candidate).Faults > 0))
        {
            Change(candidate, record => record with { Faults = 0 });
        }
    }

    private void Change(ThemeCandidate candidate, Func<ThemeStartRecord, ThemeStartRecord> change)
    {
        lock (_gate)
        {
            var before = Known(candidate);
            var after = change(before);
            if (after != before)
            {
                Write(PathOf(candidate), after);
            }
        }
    }

    private ThemeStartRecord Known(ThemeCandidate candidate) =>
        Read(PathOf(candidate)) is { } record && record.Stamp == candidate.Stamp ? record : new ThemeStartRecord(candidate.Stamp);

    private string PathOf(ThemeCandidate candidate) => Path.Combine(folder, $"{candidate.Key} {candidate.VersionText}.json");

    private static ThemeStartRecord? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), ThemeStartsJson.Default.ThemeStartRecord) : null;
        }
        catch (JsonException)
        {
            // Cut off by a power failure: it starts again as one that nobody knows.
            return null;
        }
    }

    private void Write(string path, ThemeStartRecord record)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var partial = path + ".partial";
            File.WriteAllText(partial, JsonSerializer.Serialize(record, ThemeStartsJson.Default.ThemeStartRecord));
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk: a start that is not remembered is better than none.
        }
    }
}

/// <summary>How the starts of one version went.</summary>
/// <param name="Stamp">Of its files: others are another version, whatever their number says.</param>
/// <param name="HasServed">Whether it ever started well here.</param>
/// <param name="Underway">The step that it is at; null once it is over.</param>
/// <param name="Faults">How often in a row it held or ended the program.</param>
/// <param name="FaultStep">At which step, the last time.</param>
/// <param name="Held">Whether it held the program, the last time, rather than ended it.</param>
internal sealed record ThemeStartRecord(
    string Stamp, bool HasServed = false, string? Underway = null, int Faults = 0, string? FaultStep = null, bool Held = false)
{
    /// <summary>Whether it may start beside others. Those that may not go alone, so that no other is taken for a culprit.</summary>
    public bool IsProven => HasServed && Faults == 0;

    /// <summary>One that has served has a second chance: a power failure looks just like a theme that ends the program.</summary>
    public bool IsLeftOut => Faults >= (HasServed ? 2 : 1);

    public ThemeStartRecord Fault(string step, bool held) => this with { Underway = null, Faults = Faults + 1, FaultStep = step, Held = held };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ThemeStartRecord))]
internal sealed partial class ThemeStartsJson : JsonSerializerContext;
