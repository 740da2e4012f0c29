using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Host.Startup;

/// <summary>Fills a new data folder: with the sample seminar of the seeds, or with an empty one.</summary>
internal sealed class SampleSeminar(
    SeminarOptions options, SeminarModule seminar, ThemeRegistry themes, ThemeStarts starts, ThemeOptions limits, ILogger<SampleSeminar> log)
{
    private const string Step = "données d’exemple";

    public async Task FillAsync(CancellationToken cancel)
    {
        if (await seminar.AskAsync(new GetSeminar(), cancel) is not null)
        {
            return;
        }

        if (options.Empty || FindSample() is not { } sample)
        {
            await seminar.AskAsync(new ReplaceSeminar(Blank(), IsSample: false), cancel);
            return;
        }

        foreach (var theme in themes.RunningThemes)
        {
            await FillAsync(sample, theme, cancel);
        }

        // Last: a start that was cut off before this line begins again.
        var document = Read<SeminarDocument>(Path.Combine(sample, "seminar.json"));
        Require(await seminar.AskAsync(new ReplaceSeminar(document, IsSample: true), cancel), "seminar.json");
    }

    /// <summary>A theme that joins later gets its part of the sample, unless it already holds a workshop.</summary>
    public async Task FillAsync(RunningTheme theme, CancellationToken cancel)
    {
        if (await seminar.AskAsync(new GetSeminar(), cancel) is { IsSample: true } && FindSample() is { } sample)
        {
            await FillAsync(sample, theme, cancel);
        }
    }

    private async Task FillAsync(string sample, RunningTheme theme, CancellationToken cancel)
    {
        var file = Path.Combine(sample, "themes", theme.Identity.Key + ".json");
        if (!File.Exists(file))
        {
            return;
        }

        starts.Begin(theme.Candidate, Step);
        try
        {
            // On another thread: it is the first time that the theme's own handlers run, and they may never answer.
            await Task.Run(() => LoadAsync(file, theme, cancel), cancel).WaitAsync(limits.StepLimit, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // One theme in trouble must not keep the others from starting.
            log.LogError(exception, "The sample of theme {Key} was not loaded", theme.Identity.Key);
        }
        finally
        {
            starts.Succeed(theme.Candidate);
        }
    }

    private static async Task LoadAsync(string file, RunningTheme theme, CancellationToken cancel)
    {
        if (await theme.AskAsync(new GetWorkshop(), cancel) is null)
        {
            Require(await theme.AskAsync(new ReplaceWorkshop(Read<WorkshopDocument>(file)), cancel), file);
        }
    }

    private string? FindSample() => Directory.Exists(options.Seeds)
        ? Directory.EnumerateDirectories(options.Seeds).Order(StringComparer.Ordinal).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "seminar.json")))
        : null;

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(file), SeedJson.Options)!;

    private static void Require(Contracts.Outcome outcome, string file)
    {
        if (!outcome.Accepted)
        {
            throw new InvalidOperationException(
                $"{file} : {string.Join(" ; ", outcome.Refusals.Select(refusal => $"{refusal.Path} {refusal.Message}"))}");
        }
    }

    private SeminarDocument Blank() => new(
        "seminaire", "Nouveau séminaire", new Region("", ""), [], new Method(4, [], new TimeOnly(9, 0), new TimeOnly(12, 0)),
        [.. themes.Running.Select(theme => theme.Identity.Key)], null);
}
