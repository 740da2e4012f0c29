using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Workbook;

namespace Seminar.Benchmarks;

/// <summary>The bilan of the whole seminar from the published host, and the memory that exports take as the seminar grows.</summary>
internal static class ReportsSection
{
    private const int Rounds = 9;
    private const double MegaByte = 1024 * 1024;

    public static async Task MeasureAsync(Published published, Table table)
    {
        using (var host = published.StartHost())
        {
            host.UntilAnswers("/bilan");
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
            var before = host.PeakMemory;
            table.AddTime("bilan entier en Word, premier appel", await TimeAsync(client, "/bilan.docx"), 1000);
            table.AddTime("bilan entier en Word", await MedianAsync(client, "/bilan.docx"), 1000);
            table.AddSize("mémoire de plus, au plus haut, pour dix bilans en Word", (host.PeakMemory - before) / MegaByte, 150);
            table.AddTime("bilan entier en HTML, premier appel", await TimeAsync(client, "/bilan.html"), 200);
            table.AddTime("bilan entier en HTML", await MedianAsync(client, "/bilan.html"), 200);
        }

        foreach (var format in new[] { "csv", "xlsx" })
        {
            // The first writing loads and compiles: it is no one's memory.
            await PeakAsync(format, 1);
            var one = await PeakAsync(format, 1);
            var hundred = await PeakAsync(format, 100);
            Console.WriteLine($"{format} : 1 fois {one / MegaByte:N1} Mo, 100 fois {hundred / MegaByte:N1} Mo au plus haut");
            // A few megabytes either way are the moment of the sample; the seminar itself would be hundreds.
            table.AddSize($"mémoire au plus haut en {format}, séminaire 100 fois plus grand", hundred / MegaByte, 16);
        }
    }

    private static async Task<double> MedianAsync(HttpClient client, string path)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await TimeAsync(client, path));
        }

        return Figures.Median(times);
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var clock = Stopwatch.StartNew();
        await client.GetByteArrayAsync(path);
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>The most that lives on the heap while a file is written, collected often so that garbage does not count.</summary>
    private static async Task<double> PeakAsync(string format, int times)
    {
        var source = new LargeSeminar(times);
        await using var output = new FileStream(Path.Combine(Published.Output, $"export.{format}"), FileMode.Create);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var writing = Task.Run(() => DataFormats.Find(format)!.WriteAsync(source, output, null, CancellationToken.None));
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            await Task.Delay(5);
        }
        while (!writing.IsCompleted);

        await writing;
        return Math.Max(peak, MegaByte);
    }

    /// <summary>The seminar of the seeds with each heading and axis so many times, made as it is read.</summary>
    private sealed class LargeSeminar(int times) : ISeminarSource
    {
        private static readonly string Seeds = Path.Combine(Published.Root, "seeds", "occitanie-cej");

        public SeminarDocument Seminar { get; } = JsonSerializer.Deserialize<SeminarDocument>(File.ReadAllText(Path.Combine(Seeds, "seminar.json")), SeedJson.Options)!;

        SeminarDocument? ISeminarSource.Seminar => Seminar;

        public IReadOnlyList<string> Themes => Seminar.Themes;

        public async IAsyncEnumerable<WorkshopPiece> PiecesOf(string theme, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.Yield();
            foreach (var piece in Pieces.Of(JsonSerializer.Deserialize<WorkshopDocument>(await File.ReadAllTextAsync(Path.Combine(Seeds, "themes", theme + ".json"), cancel), SeedJson.Options)!))
            {
                for (var copy = 0; copy < (piece is HeadingPiece or AxisPiece or QuotePiece ? times : 1); copy++)
                {
                    yield return piece switch
                    {
                        HeadingPiece heading => heading with { Number = copy * 100 + heading.Number, Heading = heading.Heading with { Notes = [.. heading.Heading.Notes.Select(note => note + copy.ToString(CultureInfo.InvariantCulture))] } },
                        AxisPiece axis => axis with { Number = copy * 100 + axis.Number },
                        _ => piece,
                    };
                }
            }
        }
    }
}
