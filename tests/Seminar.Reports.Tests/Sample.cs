using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Host.Tests;
using Seminar.Reports.Formats;
using Seminar.Reports.Model;

namespace Seminar.Reports.Tests;

/// <summary>The seminar of the seeds, as a bilan.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(Repository.Root, "seeds", "occitanie-cej");

    public static SeminarDocument Seminar { get; } = Read<SeminarDocument>("seminar.json");

    public static IReadOnlyList<Chapter> Chapters { get; } = [.. Seminar.Themes.Select((key, index) => ChapterOf(Read<WorkshopDocument>($"themes/{key}.json"), index))];

    public static Bilan Whole => new(Seminar, Chapters, IsWhole: true, [], Now);

    public static Bilan Of(WorkshopDocument workshop) => new(Seminar, [ChapterOf(workshop, 0)], IsWhole: false, [], Now);

    public static WorkshopDocument Workshop(string theme) => Chapters.Single(chapter => chapter.Theme.Key == theme).Content.Workshop;

    public static async Task<byte[]> WriteAsync(this IReportFormat format, Report report)
    {
        using var output = new MemoryStream();
        await format.WriteAsync(report, output, CancellationToken.None);
        return output.ToArray();
    }

    private static Chapter ChapterOf(WorkshopDocument workshop, int order) => new(
        new ThemeIdentity(workshop.Theme, workshop.Theme, workshop.Theme, "1.0.0", "", 0, order, null),
        new ReportContent(workshop, ReportStanding.Draft, []));

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)), SeedJson.Options)!;

    // As the program itself does.
    [ModuleInitializer]
    internal static void SpeakFrench() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
}
