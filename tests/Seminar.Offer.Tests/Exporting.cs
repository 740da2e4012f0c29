using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Seminar.Contracts.Offer;
using Seminar.Offer.Features.Export;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>What leaves the directory can come back, and is what the standard says.</summary>
public sealed class Exporting
{
    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("geojson")]
    public async Task An_export_that_is_imported_again_is_identical(string format)
    {
        var sheets = Invent();
        await using var offer = await FilledAsync(sheets);
        await using var other = new TempOffer();

        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            var import = await other.ImportAsync(await ExportAsync(offer, kind, format));
            import.Faults.Should().BeEmpty();
            import.CountOf(kind, SheetVerdict.New).Should().Be(sheets.Count(sheet => sheet.Kind == kind));
        }

        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            var there = await other.RecordsAsync(kind);
            foreach (var (sheet, record) in sheets.Where(sheet => sheet.Kind == kind).OrderBy(sheet => sheet.Id, StringComparer.Ordinal).Zip(there))
            {
                record.Should().Be(sheet.ToJson());
            }
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Coming_back_changes_nothing_whatever_ends_its_lines(string format)
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(Sheets.Service("permis", "''Aide'' au permis", sheet => sheet["description"] = "'=Une ligne\r\nune autre\rla dernière")));

        var import = await offer.ImportAsync(await ExportAsync(offer, SheetKind.Service, format));

        import.Result.Should().BeEquivalentTo(new { Added = 0, Changed = 0, Unchanged = 1 });
    }

    [Theory]
    [InlineData(SheetKind.Structure, "structure")]
    [InlineData(SheetKind.Service, "service")]
    public async Task Every_sheet_of_an_export_validates_against_the_schema_of_the_standard(SheetKind kind, string schema)
    {
        var expected = await JsonSchema.FromFileAsync(Ecosystem.File($"data-inclusion/schemas-v1/{schema}.json"), TestContext.Current.CancellationToken);
        await using var offer = await FilledAsync(Invent());

        var sheets = JsonNode.Parse(await ExportAsync(offer, kind, "json"))!.AsArray();

        sheets.Should().HaveCountGreaterThan(20);
        foreach (var sheet in sheets)
        {
            expected.Validate(sheet!.ToJsonString()).Should().BeEmpty();
        }

        var spoiled = sheets[0]!.DeepClone().AsObject();
        spoiled.Remove("nom");
        spoiled["code_postal"] = "123";
        expected.Validate(spoiled.ToJsonString()).Should().HaveCountGreaterThanOrEqualTo(2, "a check that finds nothing wrong would prove nothing");
    }

    [Fact]
    public async Task An_export_holds_what_the_search_finds_and_the_structures_that_give_it()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(
            Sheets.Structure("maison", "La maison"), Sheets.Structure("autre", "L’autre"),
            Sheets.Service("permis", "Aide au permis", sheet => sheet["thematiques"] = Sheets.Array("mobilite--preparer-un-permis")), Sheets.Service("ecoute", "Écoute")));
        var query = new OfferQuery { Themes = ["mobilite"] };

        Encoding.UTF8.GetString(await ExportAsync(offer, SheetKind.Service, "json", query)).Should().Contain("Aide au permis").And.NotContain("Écoute");
        Encoding.UTF8.GetString(await ExportAsync(offer, SheetKind.Structure, "json", query)).Should().Contain("La maison").And.NotContain("L’autre");
        Encoding.UTF8.GetString(await ExportAsync(offer, SheetKind.Structure, "json")).Should().Contain("L’autre", "without a filter, structures that give nothing are there too");
    }

    [Fact]
    public async Task A_workbook_of_services_has_their_structures_beside_them()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Structure("autre", "L’autre"), Sheets.Service("permis", "Aide au permis")));
        await using var other = new TempOffer();

        var import = await other.ImportAsync(await ExportAsync(offer, SheetKind.Service, "xlsx", new OfferQuery { Words = "permis" }));

        import.Result.Should().Be(new ImportResult(2, 0, 0, 0, Orphans: 0));
        (await other.RecordsAsync(SheetKind.Structure)).Should().ContainSingle().Which.Should().Contain("La maison");
    }

    [Fact]
    public async Task Structures_can_be_taken_by_their_own_words()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Structure("garage", "Le garage"), Sheets.Service("garage", "Un garage à la maison")));

        await using var file = (await new ExportSheetsHandler(offer.Database).Handle(new ExportSheets(SheetKind.Structure, "json", new OfferQuery { Words = "garage" }, ByTheirOwnWords: true), CancellationToken.None))!;

        (await new StreamReader(file).ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Contain("Le garage").And.NotContain("La maison");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task An_export_of_nothing_still_has_its_titles(string format)
    {
        await using var offer = new TempOffer();
        await using var other = new TempOffer();

        var import = await other.ImportAsync(await ExportAsync(offer, SheetKind.Service, format));

        import.Failure.Should().Be("Ce fichier ne contient aucune fiche.", "the titles were read, nothing stands below");
    }

    [Fact]
    public async Task Contacts_go_into_an_address_book_whatever_their_names_hold()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(
            With(Sheets.Structure("maison", "Maison de l’emploi ; « accueil, écoute » de la grande et belle vallée du Célé, à Figeac et alentour"), ("telephone", "0500000000"), ("commune", "Figeac")),
            Sheets.Structure("muette", "Sans contact")));

        var cards = Encoding.UTF8.GetString(await ExportAsync(offer, SheetKind.Structure, "vcf"));

        cards.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var lines = cards.Replace("\r\n ", "").Split("\r\n");
        lines.Should().StartWith(["BEGIN:VCARD", "VERSION:3.0"]).And.Contain("TEL;TYPE=WORK,VOICE:0500000000").And.ContainSingle(line => line == "END:VCARD");
        lines.Should().Contain("FN:Maison de l’emploi \\; « accueil\\, écoute » de la grande et belle vallée du Célé\\, à Figeac et alentour");
    }

    [Fact]
    public async Task The_contact_of_a_service_works_for_its_structure()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(
            Sheets.Structure("maison", "Maison ; emploi"),
            With(Sheets.Service("permis", "Aide au permis, et code"), ("telephone", "0500000000"), ("contact_nom_prenom", "Camille Exemple"), ("lien_source", "https://exemple.test/a,b;c?d=é")),
            With(Sheets.Service("ecoute", "Écoute"), ("telephone", "0500000001"), ("structure_id", "exemple--inconnue"))));

        var cards = Encoding.UTF8.GetString(await ExportAsync(offer, SheetKind.Service, "vcf")).Replace("\r\n ", "").Split("\r\n");

        cards.Should().ContainInOrder("FN:Écoute", "ORG:Écoute", "TEL;TYPE=WORK,VOICE:0500000001");
        cards.Should().ContainInOrder("FN:Camille Exemple", "ORG:Maison \\; emploi;Aide au permis\\, et code", "TEL;TYPE=WORK,VOICE:0500000000", "URL:https://exemple.test/a,b;c?d=%C3%A9");
    }

    [Fact]
    public void An_address_never_breaks_the_lines_of_a_card()
    {
        var sheet = new Sheet(SheetKind.Structure, new Dictionary<string, object> { ["id"] = "exemple--maison", ["nom"] = "La maison", ["telephone"] = "0500000000", ["site_web"] = "https://exemple.test/a\nNOTE:b\r\nEND:VCARD" });
        using var file = new MemoryStream();

        VCardExport.Write(file, new Leaf(SheetKind.Structure, [sheet], _ => null));

        Encoding.UTF8.GetString(file.ToArray()).Split("\r\n").Should().ContainSingle(line => line == "END:VCARD").And.NotContain(line => line.StartsWith("NOTE", StringComparison.Ordinal));
    }

    private static List<Sheet> Invent() => [.. InventedSheets.Many(SheetKind.Structure, 60), .. InventedSheets.Many(SheetKind.Service, 60)];

    private static async Task<TempOffer> FilledAsync(List<Sheet> sheets)
    {
        var offer = new TempOffer();
        var import = await offer.ImportAsync($"[{string.Join(',', sheets.Select(sheet => sheet.ToJson()))}]");
        import.Faults.Should().BeEmpty("invented sheets are good");
        import.Result!.Added.Should().Be(sheets.Count);
        return offer;
    }

    private static async Task<byte[]> ExportAsync(TempOffer offer, SheetKind kind, string format, OfferQuery? query = null)
    {
        await using var file = (await new ExportSheetsHandler(offer.Database).Handle(new ExportSheets(kind, format, query ?? new OfferQuery()), CancellationToken.None))!;
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }

    private static JsonObject With(JsonObject sheet, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            sheet[field] = value;
        }

        return sheet;
    }
}
