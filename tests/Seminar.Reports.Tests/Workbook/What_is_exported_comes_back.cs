using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using MiniExcelLibs;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Workbook;
using Seminar.Workshops.Tests;

namespace Seminar.Reports.Tests.Workbook;

/// <summary>Import equals export: in a workbook, and in the seed format.</summary>
public sealed class What_is_exported_comes_back
{
    private static readonly string[] Words =
    [
        "=1+1", "+33", "-", "@moi", "'", "'=1", "''", "007", "1e5", "TRUE", "01/02/2026", "10:45", "_x0041_", "_x000D_", "  bordé d’espaces  ", "ligne\nautre ligne", "\"guillemets\"", "a;b", "<b>&amp;</b>",
            "👩‍👩‍👧‍👦", "\u202Etxet", "#N/A", "null", "0.1", "1,5", "\u00A0",
    ];

    private static readonly Gen<string> Treacherous = Gen.OneOf(
        RandomWorkshops.Sentence,
        Gen.OneOf<string>([.. Words.Select(word => Gen.Const(word))]),
        Gen.String[Gen.Char["=+-@'\"; \n<>&_x04é"], 1, 30].Where(text => !string.IsNullOrWhiteSpace(text)));

    private static readonly Gen<SeminarDocument> Seminars = Gen.Select(Treacherous, Treacherous.Array[0, 3], Gen.Int[2, 12], Treacherous.Array[0, 3], Gen.Bool).Select((title, texts, size, more, hasSynthesis) =>
        new SeminarDocument("un-seminaire", title, new Region("76", title), texts, new Method(size, [.. texts.Select(text => new Badge(text, Family.Partner))], new TimeOnly(10, 45), new TimeOnly(12, 30)), ["mobility", "rupture"],
            hasSynthesis ? new TransversalSynthesis(texts, more, [.. more.Select(text => new SynthesisRow(text, title))], texts) : null));

    [Fact]
    public async Task Any_seminar_comes_back_identical_from_its_workbook() => await Gen.Select(Seminars, RandomWorkshops.Of(Treacherous), RandomWorkshops.Of(Treacherous, "rupture")).SampleAsync(
        async (seminar, first, second) =>
        {
            var read = ReadWorkbook.Read(await Source.WriteAsync("xlsx", new Source(seminar, first, second)));

            read.Refusals.Should().BeEmpty();
            Json(read.Seminar).Should().Be(Json(seminar));
            read.Workshops.Select(Json).Should().Equal(Json(first), Json(second));
        },
        iter: 150,
        threads: 1);

    [Fact]
    public async Task The_seeds_come_back_identical_from_their_workbook_and_from_their_folder()
    {
        var source = new Source(Sample.Seminar, [.. Sample.Chapters.Select(chapter => chapter.Content.Workshop)]);

        var read = ReadWorkbook.Read(await Source.WriteAsync("xlsx", source));
        Json(read.Seminar).Should().Be(Json(Sample.Seminar));
        read.Workshops.Select(Json).Should().Equal(Sample.Chapters.Select(chapter => Json(chapter.Content.Workshop)));

        using var folder = new ZipArchive(new MemoryStream(await Source.WriteAsync("json", source)));
        folder.Entries.Select(entry => entry.FullName).Should().Equal(["seminar.json", .. Sample.Seminar.Themes.Select(theme => $"themes/{theme}.json")]);
        foreach (var chapter in Sample.Chapters)
        {
            using var entry = folder.GetEntry($"themes/{chapter.Theme.Key}.json")!.Open();
            Json(JsonSerializer.Deserialize<WorkshopDocument>(entry, SeedJson.Options)).Should().Be(Json(chapter.Content.Workshop));
        }
    }

    [Fact]
    public async Task A_workbook_has_a_sheet_a_kind_of_thing_and_nothing_that_runs()
    {
        var evil = Sample.Workshop("mobility") with { Title = "=HYPERLINK(\"http://exemple.invalid\")", Quotes = [new Quote("@jeune", "+1")] };
        using var file = new MemoryStream(await Source.WriteAsync("xlsx", new Source(Sample.Seminar, evil)));

        file.GetSheetNames().Should().Equal("Séminaire", "Objectifs", "Badges", "Programme", "Synthèse", "Ateliers", "Questions", "Équipe", "Témoins", "Colonnes", "Sous-thèmes", "Notes", "Axes", "Propositions", "Citations");
        var workshop = (IDictionary<string, object>)file.Query(useHeaderRow: true, sheetName: "Ateliers").Single();
        workshop["Titre"].Should().Be("'=HYPERLINK(\"http://exemple.invalid\")");
        using var package = new ZipArchive(new MemoryStream(file.ToArray()));
        foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            (await reader.ReadToEndAsync()).Should().NotContain("<x:f>").And.NotContain("<f>");
        }
    }

    [Fact]
    public async Task Text_files_open_in_a_French_spreadsheet_as_they_are()
    {
        var evil = Sample.Workshop("mobility") with { Plan = [new Axis("=1;2", ["-\"x\"\nsuite"])] };
        using var package = new ZipArchive(new MemoryStream(await Source.WriteAsync("csv", new Source(null, evil))));

        Bytes(package, "Axes.csv")[..3].Should().Equal(Encoding.UTF8.GetPreamble());
        Text(package, "Axes.csv").Should().Be("Thématique;N°;Axe\r\nmobility;1;\"'=1;2\"\r\n");
        Text(package, "Propositions.csv").Should().Be("Thématique;Axe n°;Axe;N°;Proposition\r\nmobility;1;\"'=1;2\";1;\"'-\"\"x\"\"\nsuite\"\r\n");
        Text(package, "Équipe.csv").Should().Contain("mobility;3;suppléant;Conseiller CEJ/GJ référent mobilité européenne;Mission Locale Gard Rhodanien Uzège;30\r\n");
    }

    [Fact]
    public async Task An_export_stops_when_it_is_cancelled_and_leaves_nothing_behind()
    {
        var before = Directory.EnumerateDirectories(Path.GetTempPath(), "seminar-rows-*").Count();

        await FluentActions.Awaiting(() => Source.WriteAsync("xlsx", new Source(Sample.Seminar, Sample.Workshop("mobility")), new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        Directory.EnumerateDirectories(Path.GetTempPath(), "seminar-rows-*").Count().Should().BeLessThanOrEqualTo(before);
    }

    private static string Json<T>(T document) => JsonSerializer.Serialize(document, SeedJson.Options);

    private static byte[] Bytes(ZipArchive package, string name)
    {
        using var entry = package.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private static string Text(ZipArchive package, string name) => Encoding.UTF8.GetString(Bytes(package, name)[3..]);
}
