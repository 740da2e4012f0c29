using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Offer;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;
using Seminar.Storage;

namespace Seminar.Benchmarks;

/// <summary>The directory of the offer with 150,000 invented services and their 30,000 structures: how long an import takes, how long a search.</summary>
internal static class OfferSection
{
    private const int Services = 150_000;
    private const int ServicesAStructure = 5;
    private const double MegaByte = 1024 * 1024;
    private const double Shift = 20;

    /// <summary>The frequent ones; the names of communes follow, rarer and rarer.</summary>
    private static readonly string[] Frequent =
    [
        "accompagnement", "aide", "permis", "conduire", "vélo", "logement", "hébergement", "jeunes", "emploi", "entretien", "candidature", "santé",
        "écoute", "formation", "métier", "atelier", "numérique", "budget", "transport", "solidaire", "garage", "location", "mobilité", "insertion",
        "association", "commune", "quartier", "rural", "rendez-vous", "conseiller", "dossier", "droits", "famille", "alimentation", "sport", "culture",
    ];

    private static readonly Lazy<string[]> Words = new(() => [.. Frequent, .. Communes.All.OrderBy(commune => commune.Insee, StringComparer.Ordinal)
        .SelectMany(commune => commune.Name.Split('-', ' ', '\'')).Where(word => word.Length > 3).Distinct()]);

    public static async Task MeasureAsync(Table table)
    {
        var folder = Path.Combine(Published.Output, "offer");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "services.json");
        Invent(file);
        Console.WriteLine($"{Services:N0} services inventés, leurs structures avec eux, {new FileInfo(file).Length / MegaByte:N0} Mo");

        await using var database = ModuleDatabase.Open(Path.Combine(folder, "offer.db"), Path.Combine(folder, "backups"), OfferModule.Migrations);
        var imports = new SheetImports(database, new OfferFolder(Path.Combine(folder, "imports")), new InThisProcess(), TimeProvider.System, new ModuleLifetime(CancellationToken.None), NullLogger<SheetImports>.Instance);
        using var process = Process.GetCurrentProcess();
        foreach (var what in new[] { "import", "import de nouveau" })
        {
            var watch = Stopwatch.StartNew();
            await using var content = File.OpenRead(file);
            var import = await imports.StartAsync("services.json", content, null, CancellationToken.None);
            await UntilAsync(import, ImportPhase.Checking);
            var checkedAfter = watch.Elapsed;
            imports.Confirm(import, new ImportChoices(TakesProposals: false, IsComplete: false));
            await UntilAsync(import, ImportPhase.Importing);
            Console.WriteLine($"{what} : vérifié en {checkedAfter.TotalSeconds:N1} s, écrit en {(watch.Elapsed - checkedAfter).TotalSeconds:N1} s, {import.Result}{import.Failure}");
            table.AddTime($"{what} de {Services:N0} services et de leurs structures, vérification comprise", watch.Elapsed.TotalMilliseconds, 60_000);
        }

        process.Refresh();
        table.AddSize("mémoire du programme, au plus haut, pendant ces imports", process.PeakWorkingSet64 / MegaByte, 500);
        await SearchAsync(database, table);
    }

    private static async Task SearchAsync(ModuleDatabase database, Table table)
    {
        var find = new FindServicesHandler(database);
        var count = new CountCellsHandler(database);
        var queries = new (string Name, OfferQuery Query)[]
        {
            ("mots rares", new() { Words = "Figeac vélo" }),
            ("un mot fréquent", new() { Words = "accompagnement" }),
            ("deux mots fréquents", new() { Words = "aide emploi" }),
            ("thématique", new() { Themes = ["mobilite--preparer-un-permis"] }),
            ("catégorie, jeunes, gratuit", new() { Themes = ["mobilite"], Publics = ["jeunes"], IsFree = true }),
            ("autour de Toulouse, 30 km", new() { Commune = "31555" }),
            ("autour de Figeac, 30 km, mobilité, jeunes", new() { Commune = "46102", Themes = ["mobilite"], Publics = ["jeunes"] }),
            ("autour de Toulouse, 50 km", new() { Commune = "31555", Kilometres = 50 }),
            ("autour de Toulouse, 50 km, un mot", new() { Commune = "31555", Kilometres = 50, Words = "permis" }),
            ("département, à distance", new() { Departement = "34", Mode = "a-distance" }),
            ("tout", new()),
        };
        foreach (var (name, query) in queries)
        {
            var times = new List<double>();
            var found = 0;
            for (var run = 0; run < 15; run++)
            {
                var watch = Stopwatch.StartNew();
                found = (await find.Handle(new FindServices(query), CancellationToken.None)).Total;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            var drawn = Stopwatch.StartNew();
            var cells = await count.Handle(new CountCells(SheetKind.Service, query), CancellationToken.None);
            Console.WriteLine($"  carte : {cells.Count} disques, {drawn.Elapsed.TotalMilliseconds:N1} ms");
            Console.WriteLine($"recherche « {name} » : {found:N0} trouvés, d’abord {times[0]:N1} ms, médiane {Figures.Median(times):N1} ms");
            table.AddTime($"recherche : {name}", Figures.Median(times), 50);
        }

        await SearchStructuresAsync(database, table);
    }

    private static async Task SearchStructuresAsync(ModuleDatabase database, Table table)
    {
        var find = new FindStructuresHandler(database);
        foreach (var (name, query) in new (string, OfferQuery)[] { ("deux mots", new() { Words = "aide emploi" }), ("autour de Toulouse, 50 km", new() { Commune = "31555", Kilometres = 50 }), ("toutes", new()) })
        {
            var times = new List<double>();
            for (var run = 0; run < 15; run++)
            {
                var watch = Stopwatch.StartNew();
                await find.Handle(new FindStructures(query), CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            table.AddTime($"recherche de structures : {name}", Figures.Median(times), 50);
        }
    }

    private static async Task UntilAsync(SheetImport import, ImportPhase phase)
    {
        while (import.Phase == phase)
        {
            await Task.Delay(5);
        }
    }

    /// <summary>Where services are follows the communes, one in five lies in one of the ten largest; texts are as long as real ones.</summary>
    private static void Invent(string file)
    {
        var random = new Random(20261123);
        var communes = Communes.All.OrderBy(commune => commune.Insee, StringComparer.Ordinal).ToList();
        var cities = new[] { "31555", "34172", "30189", "66136", "81004", "82121", "65440", "12202", "11262", "09122" }.Select(insee => Communes.Find(insee)!).ToList();
        using var output = File.Create(file);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        for (var number = 0; number < Services; number++)
        {
            var commune = random.Next(5) == 0 ? cities[random.Next(cities.Count)] : communes[random.Next(communes.Count)];
            if (number % ServicesAStructure == 0)
            {
                InventStructure(random, number / ServicesAStructure, commune).Write(writer);
            }

            InventOne(random, number, commune).Write(writer);
            if (number % 1000 == 0)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }

    private static Sheet InventStructure(Random random, int number, Commune commune) => new(SheetKind.Structure, new Dictionary<string, object>
    {
        ["source"] = "invente",
        ["id"] = $"invente--structure-{number}",
        ["nom"] = Text(random, 4),
        ["date_maj"] = "2026-01-15",
        ["description"] = Text(random, random.Next(10, 60)),
        ["code_insee"] = commune.Insee,
        ["commune"] = commune.Name,
        ["longitude"] = commune.Longitude,
        ["latitude"] = commune.Latitude,
        ["reseaux_porteurs"] = Some("reseaux_porteurs", random, 1),
    });

    private static Sheet InventOne(Random random, int number, Commune commune)
    {
        var values = new Dictionary<string, object>
        {
            ["source"] = "invente",
            ["structure_id"] = $"invente--structure-{number / ServicesAStructure}",
            ["id"] = $"invente--{number}",
            ["nom"] = Text(random, 5),
            ["description"] = Text(random, random.Next(20, 120)),
            ["date_maj"] = new DateOnly(2025, 1, 1).AddDays(random.Next(600)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["type"] = Some("type", random, 1)[0],
            ["thematiques"] = Some("thematiques", random, random.Next(1, 4)),
            ["frais"] = random.Next(3) == 0 ? "payant" : "gratuit",
            ["publics"] = random.Next(3) == 0 ? ["tous-publics"] : (IReadOnlyList<string>)[.. Some("publics", random, random.Next(1, 4)).Where(value => value != "tous-publics").DefaultIfEmpty("jeunes")],
            ["commune"] = commune.Name,
            ["code_postal"] = commune.PostalCodes[0],
            ["code_insee"] = commune.Insee,
            ["adresse"] = $"{random.Next(1, 200)} rue de la République",
            ["longitude"] = commune.Longitude + (random.NextDouble() - 0.5) / 20,
            ["latitude"] = commune.Latitude + (random.NextDouble() - 0.5) / 20,
            ["telephone"] = "0500000000",
            ["modes_accueil"] = random.Next(6) switch { 0 => ["a-distance"], 1 => ["a-distance", "en-presentiel"], _ => (IReadOnlyList<string>)["en-presentiel"] },
            ["zone_eligibilite"] = (IReadOnlyList<string>)[random.Next(3) switch { 0 => commune.Departement, 1 => commune.Epci, _ => "france" }],
            ["modes_mobilisation"] = Some("modes_mobilisation", random, 2),
            ["mobilisable_par"] = Some("mobilisable_par", random, 2),
        };
        return new Sheet(SheetKind.Service, values);
    }

    private static IReadOnlyList<string> Some(string field, Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Nomenclature.Of(field).Values[random.Next(Nomenclature.Of(field).Values.Count)].Value).Distinct()];

    /// <summary>As in real texts (Zipf): the first word stands in about half of the sheets, most words in few.</summary>
    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words.Value[(int)(Shift * Math.Pow(Words.Value.Length / Shift, random.NextDouble()) - Shift)]));
}
