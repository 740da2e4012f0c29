using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using MiniExcelLibs;
using Seminar.Contracts.Files;
using Seminar.Host.Reading;
using Seminar.Reports.PastBilan;
using Seminar.Tables;

namespace Seminar.Benchmarks;

/// <summary>Files that someone sends, read in another process as the house does, against the same readers in this one.</summary>
internal static class FilesSection
{
    private const int Rounds = 15;

    public static async Task MeasureAsync(Published published, Table table)
    {
        var bilan = await BilanAsync(published);
        Console.WriteLine($"liste de 488 lignes : {Roster().Length / 1024} ko ; bilan en Word : {bilan.Length / 1024} ko");
        await MeasureAsync<TableReader, TableReading>("liste de 488 lignes, XLSX", Roster(), published, table);
        await MeasureAsync<TableReader, TableReading>("liste de 488 lignes, CSV", Csv(), published, table);
        await MeasureAsync<PastBilanReader, PastBilanReading>("bilan en Word", bilan, published, table);
    }

    private static async Task MeasureAsync<TReader, TAnswer>(string name, byte[] content, Published published, Table table)
        where TReader : IFileReader<TAnswer>, new()
        where TAnswer : class
    {
        using var files = new SentFiles(new ReadingProgram(published.Host, []), TimeProvider.System, NullLogger<SentFiles>.Instance);
        var elsewhere = await TimesAsync(() => files.ReadAsync<TReader, TAnswer>(name, content, CancellationToken.None));
        var here = await TimesAsync(() => Task.Run(() => new TReader().Read(name, content)));
        table.AddWithoutGoal($"{name}, premier fichier", "ms", elsewhere[0], here[0]);
        table.AddAtMost($"{name}, deuxième fichier", "ms", elsewhere[1], here[1], 1.5);
        table.AddAtMost($"{name}, médiane des suivants", "ms", Figures.Median(elsewhere.Skip(2)), Figures.Median(here.Skip(2)), 1.5);
    }

    private static async Task<IReadOnlyList<double>> TimesAsync<T>(Func<Task<T>> read)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await read();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    /// <summary>The bilan of the sample seminar: some thirty pages.</summary>
    private static async Task<byte[]> BilanAsync(Published published)
    {
        using var host = published.StartHost();
        host.UntilAnswers("/bilan");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        return await client.GetByteArrayAsync("/bilan.docx");
    }

    private static IEnumerable<Dictionary<string, object>> People() => Enumerable.Range(1, 488).Select(number => new Dictionary<string, object>
    {
        ["Famille"] = number % 2 == 0 ? "Mission Locale" : "Partenaire", ["Prénom"] = $"Prénom {number}", ["Nom"] = $"Nom {number}", ["Organisation"] = $"Organisation {number % 40}",
        ["Fonction"] = "Référent de parcours", ["Département"] = 30 + (number % 13), ["Courriel"] = $"personne.{number}@exemple.fr", ["Témoin"] = "", ["Atelier attribué"] = "", ["Vœu 1"] = "Mobilité", ["Vœu 2"] = "Orientation", ["Vœu 3"] = "",
    });

    private static byte[] Roster()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(People());
        return stream.ToArray();
    }

    private static byte[] Csv() => Encoding.UTF8.GetBytes(CsvRow.Write(People().First().Keys) + string.Concat(People().Select(person => CsvRow.Write(person.Values))));
}
