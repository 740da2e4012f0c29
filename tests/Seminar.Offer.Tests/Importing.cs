using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Sheets come in from every form in which they circulate.</summary>
public sealed class Importing
{
    [Fact]
    public async Task The_workbook_of_the_valideur_takes_the_good_sheets_and_tells_what_is_wrong_with_the_others()
    {
        await using var offer = new TempOffer();
        var workbook = await File.ReadAllBytesAsync(Ecosystem.File("data-inclusion/samples/valideur-modele-tableur-dataset.xlsx"), TestContext.Current.CancellationToken);

        var import = await offer.ImportAsync(workbook, source: "exemple");

        // Lines 3 are examples, marked to be ignored; of the others each has faults that were put there on purpose.
        import.FileRemarks.Should().Contain(remark => remark.Contains("colonne en trop")).And.Contain(remark => remark.Contains("a pour titre une date")).And.Contain(remark => remark.Contains("en double"));
        var faults = import.Faults.Select(fault => fault.Fault.Message.Replace('\u00A0', ' ')).ToList();
        faults.Should().Contain("« pas une adresse » n’est pas une adresse électronique complète.");
        faults.Should().Contain("Site : « pas une url ! » n’est pas l’adresse d’une page.");
        faults.Should().Contain("Code postal : « 750121 » n’est pas un code postal à cinq chiffres.");
        faults.Should().Contain("Semaines : « beaucoup » n’est pas un nombre entier, 1 ou plus.");
        faults.Should().Contain(message => message.StartsWith("Mobilisable par : « autres »"));
        import.Faults.SelectMany(told => told.Sheets).Should().OnlyContain(sheet => sheet.Line > 3);
    }

    [Theory]
    [InlineData(SheetKind.Structure, "structure")]
    [InlineData(SheetKind.Service, "service")]
    public async Task The_examples_that_the_standard_gives_are_taken_as_they_are(SheetKind kind, string schema)
    {
        await using var offer = new TempOffer();
        using var standard = JsonDocument.Parse(await File.ReadAllTextAsync(Ecosystem.File($"data-inclusion/schemas-v1/{schema}.json"), TestContext.Current.CancellationToken));
        var examples = standard.RootElement.GetProperty("properties").EnumerateObject()
            .Where(field => field.Value.TryGetProperty("examples", out _)).ToDictionary(field => field.Name, field => field.Value.GetProperty("examples"));
        examples.Should().HaveCountGreaterThan(8);
        var most = examples.Values.Max(values => values.GetArrayLength());
        var sheets = Enumerable.Range(0, most).Select(number => new JsonObject(examples.Select(field =>
            KeyValuePair.Create(field.Key, field.Key == "id" ? $"dora--{number}" : JsonNode.Parse(field.Value[number % field.Value.GetArrayLength()].GetRawText())))));

        var import = await offer.ImportAsync(Sheets.List(sheets));

        import.Faults.Should().BeEmpty();
        (await offer.RecordsAsync(kind)).Should().HaveCount(most);
    }

    [Fact]
    public async Task The_example_of_the_valideur_is_taken_once_nothing_marks_it_as_one()
    {
        await using var offer = new TempOffer();
        var sample = await File.ReadAllBytesAsync(Ecosystem.File("data-inclusion/samples/valideur-modele-tableur-dataset.xlsx"), TestContext.Current.CancellationToken);

        var import = await offer.ImportAsync(WithoutMarks(sample, line: 3), source: "exemple");

        import.Faults.SelectMany(told => told.Sheets).Should().NotContain(sheet => sheet.Line == 3);
        (await offer.RecordsAsync(SheetKind.Structure)).Should().ContainSingle().Which.Should().Contain("\"nom\":\"Le Biclou\"").And.Contain("\"code_postal\":\"59260\"").And.Contain("\"siret\":\"60487647500499\"");
        (await offer.RecordsAsync(SheetKind.Service)).Should().ContainSingle().Which.Should().Contain("\"mobilisable_par\":[\"professionnels\",\"usagers\"]").And.Contain("\"zone_eligibilite\":[\"59350\"]");
    }

    [Fact]
    public async Task A_list_a_page_of_the_API_and_a_GeoJSON_say_the_same()
    {
        var service = Sheets.Service("permis", "Aide au permis", sheet => (sheet["longitude"], sheet["latitude"]) = (1.44, 43.6));
        var structure = Sheets.Structure("maison", "La maison");
        var nested = (JsonObject)service.DeepClone();
        nested["structure"] = structure.DeepClone();
        nested["score_qualite"] = 0.5;
        var properties = (JsonObject)service.DeepClone();
        properties.Remove("longitude");
        properties.Remove("latitude");
        var feature = new JsonObject { ["type"] = "Feature", ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(1.44, 43.6) }, ["properties"] = properties };

        var forms = new[]
        {
            Sheets.List(structure, service),
            new JsonObject { ["total"] = 1, ["links"] = new JsonObject { ["next"] = null, ["items"] = "no list" }, ["items"] = new JsonArray(nested), ["page"] = 1 }.ToJsonString(),
            new JsonObject { ["type"] = "FeatureCollection", ["crs"] = new JsonObject { ["features"] = "no list either" }, ["features"] = new JsonArray(feature) }.ToJsonString(),
        };

        var records = new List<string>();
        foreach (var form in forms)
        {
            await using var offer = new TempOffer();
            (await offer.ImportAsync(form)).Phase.Should().Be(ImportPhase.Done);
            records.Add((await offer.RecordsAsync(SheetKind.Service)).Should().ContainSingle().Subject);
        }

        records.Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData("['mobilite--preparer-un-permis', 'sante--addictions']")]
    [InlineData("['mobilite--preparer-un-permis' 'sante--addictions']")]
    [InlineData("mobilite--preparer-un-permis, sante--addictions")]
    [InlineData("[\"mobilite--preparer-un-permis\",\"sante--addictions\"]")]
    public async Task A_list_in_a_cell_of_a_CSV_may_be_written_in_several_ways(string list)
    {
        await using var offer = new TempOffer();

        await offer.ImportAsync($"source,structure_id,id,nom,description,date_maj,thematiques\nexemple,exemple--s,exemple--1,Aide au permis,Pour passer le permis,2026-10-01,\"{list.Replace("\"", "\"\"")}\"\n");

        (await offer.RecordsAsync(SheetKind.Service)).Single().Should().Contain("\"thematiques\":[\"mobilite--preparer-un-permis\",\"sante--addictions\"]");
    }

    [Fact]
    public async Task A_CSV_of_a_spreadsheet_of_Western_Europe_keeps_its_accents()
    {
        await using var offer = new TempOffer();
        var csv = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("source;id;nom;date_maj;code_postal\nexemple;1;Épicerie de l’été;01/10/2026;9000.0\n");

        var import = await offer.ImportAsync(csv);

        (await offer.RecordsAsync(SheetKind.Structure)).Single().Should().Be("{\"source\":\"exemple\",\"id\":\"exemple--1\",\"nom\":\"Épicerie de l’été\",\"date_maj\":\"2026-10-01\",\"code_postal\":\"09000\"}");
        import.Remarks.Should().Contain(remark => remark.Fault.Message.Contains("un zéro a été rendu"));
    }

    [Fact]
    public async Task A_wrong_value_proposes_the_nearest_which_may_be_taken()
    {
        var wrong = Sheets.List(Sheets.Service("1", "Aide au permis", sheet => (sheet["thematiques"], sheet["frais"]) = (Sheets.Array("mobilite--preparer-un-permi"), "gratuits")));
        await using var offer = new TempOffer();

        var refused = await offer.ImportAsync(wrong);
        refused.CountOf(SheetVerdict.Correctable).Should().Be(1);
        refused.Faults.Select(fault => fault.Fault.Proposal).Should().Equal("mobilite--preparer-un-permis", "gratuit");
        (await offer.RecordsAsync(SheetKind.Service)).Should().BeEmpty();

        await offer.ImportAsync(wrong, takesProposals: true);
        (await offer.RecordsAsync(SheetKind.Service)).Single().Should().Contain("mobilite--preparer-un-permis").And.Contain("\"frais\":\"gratuit\"");
    }

    [Fact]
    public async Task A_mistake_that_recurs_is_told_once_with_the_lines_that_have_it()
    {
        await using var offer = new TempOffer();
        var wrong = Enumerable.Range(1, 19).Select(number => Sheets.Service($"{number}", $"Aide {number}", sheet => sheet["thematiques"] = Sheets.Array("mobilite--preparer-un-permi")));

        var import = await offer.ImportAsync(Sheets.List([.. wrong, Sheets.Service("autre", "Autre", sheet => sheet["date_maj"] = "demain")]));

        import.Faults.Select(told => told.Where.Replace('\u00A0', ' ')).Should().Equal("Lignes 1, 2, 3, 4, 5… (19 fiches)", "Ligne 20");
        import.Faults[0].Sheets[0].Name.Should().Be("Aide 1");
    }

    [Theory]
    [InlineData("""[{"source":"exemple","structure_id":null,"id":"a","nom":"Aide au permis","description":"Une aide inventée","date_maj":"2026-10-01","frais":"gratuit"}]""")]
    [InlineData("""[{"source":"exemple","id":"a","nom":"Aide au permis","description":"Une aide inventée","date_maj":"2026-10-01","frais":"gratuit"}]""")]
    [InlineData("""{"services":[{"source":"exemple","id":"a","nom":"Aide au permis","description":"Une aide inventée","date_maj":"2026-10-01"}]}""")]
    [InlineData("source,id,nom,description,date_maj,frais\nexemple,a,Aide au permis,Une aide inventée,2026-10-01,gratuit\n")]
    public async Task A_service_that_forgets_its_structure_is_told_so_rather_than_taken_for_one(string content)
    {
        await using var offer = new TempOffer();

        var import = await offer.ImportAsync(content);

        import.Faults.Should().ContainSingle().Which.Fault.Field.Should().Be("structure_id");
        (await offer.RecordsAsync(SheetKind.Structure)).Should().BeEmpty();
    }

    [Fact]
    public async Task One_odd_value_keeps_its_own_sheet_out_and_no_other()
    {
        await using var offer = new TempOffer();
        var odd = Sheets.Service("1", "Aide au permis").ToJsonString().Replace("}", ",\"volume_horaire_hebdomadaire\":1e999}");
        var cut = Sheets.Service("2", "Vélos").ToJsonString().Replace("invent\\u00E9", "invent\\ud83d");

        var import = await offer.ImportAsync($"[{odd},{cut},{Sheets.Service("3", "Garage").ToJsonString()}]");

        import.Faults.Should().ContainSingle().Which.Fault.Field.Should().Be("volume_horaire_hebdomadaire");
        (await offer.RecordsAsync(SheetKind.Service)).Should().HaveCount(2).And.Contain(record => record.Contains("Un service invent\ufffd"));
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_told_with_its_line()
    {
        await using var offer = new TempOffer();
        var endless = "id;nom;date_maj\ndora--1;La maison;2026-10-01\ndora--2;\"La suite;2026-10-01\n" + string.Concat(Enumerable.Repeat("dora--3;Encore;2026-10-01\n", 50_000));

        var import = await offer.ImportAsync(endless);

        import.Phase.Should().Be(ImportPhase.Failed);
        import.Failure.Should().Contain("ligne 3").And.Contain("guillemet");
        (await offer.RecordsAsync(SheetKind.Structure)).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_sheets_of_one_file_with_one_identifier_are_told_and_the_first_is_taken()
    {
        await using var offer = new TempOffer();
        var twice = Sheets.List([Sheets.Service("1", "Aide au permis"), .. Enumerable.Range(2, 1500).Select(number => Sheets.Service($"{number}", $"Aide {number}")), Sheets.Service("1", "Bourse au permis")]);

        var import = await offer.ImportAsync(twice);
        var again = await offer.ImportAsync(twice);

        import.Result.Should().Be(new ImportResult(1501, 0, 0, 0, 1501));
        import.Faults.Single().Where.Should().Be("Ligne 1\u202F502");
        again.Result.Should().Be(new ImportResult(0, 0, 1501, 0, 1501), "the same file changes nothing");
        (await offer.NamesAsync(new() { Words = "permis" })).Should().Equal("Aide au permis");
    }

    [Fact]
    public async Task What_was_taken_by_its_proposals_is_no_longer_said_to_be_left_out()
    {
        await using var offer = new TempOffer();

        var import = await offer.ImportAsync(Sheets.List(Sheets.Service("1", "Aide au permis", sheet => sheet["frais"] = "gratuits"), Sheets.Service("2", "Vélos", sheet => sheet["date_maj"] = "demain")), takesProposals: true);

        import.Rejected.Should().Be(1);
        import.Faults.Should().ContainSingle().Which.Fault.Field.Should().Be("date_maj");
        (await File.ReadAllTextAsync(import.RejectedOf(SheetKind.Service), TestContext.Current.CancellationToken)).Should().Contain("Vélos").And.NotContain("Aide au permis");
    }

    [Fact]
    public async Task A_list_that_arrives_slowly_is_not_tidied_away_by_another()
    {
        await using var offer = new TempOffer();
        using var slow = new HeldBack(Encoding.UTF8.GetBytes(Sheets.List(Sheets.Service("1", "Aide au permis"))));

        var first = offer.Imports.ImportAsync("lente", slow, null, new ImportChoices(false, false), CancellationToken.None);
        await slow.Asked;
        await offer.ImportAsync(Sheets.List(Sheets.Service("2", "Vélos")));
        slow.LetGo();

        (await first).Failure.Should().BeNull();
        (await offer.RecordsAsync(SheetKind.Service)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_zone_gets_back_the_zero_that_a_spreadsheet_took()
    {
        await using var offer = new TempOffer();

        var import = await offer.ImportAsync("source,structure_id,id,nom,description,date_maj,zone_eligibilite\nexemple,exemple--s,1,Aide au permis,Pour passer le permis,2026-10-01,\"9, 9122, 59350.0\"\n");

        import.Remarks.Should().Contain(told => told.Fault.Message.Contains("un zéro a été rendu"));
        (await offer.RecordsAsync(SheetKind.Service)).Single().Should().Contain("\"zone_eligibilite\":[\"09\",\"09122\",\"59350\"]");
    }

    [Fact]
    public async Task A_source_of_blanks_is_none_so_that_identifiers_tell_it()
    {
        await using var offer = new TempOffer();

        await offer.ImportAsync("id;nom;date_maj\ndora--1;La maison;2026-10-01\n", source: " ");

        (await offer.RecordsAsync(SheetKind.Structure)).Single().Should().StartWith("{\"source\":\"dora\"");
    }

    [Fact]
    public async Task Good_sheets_are_taken_and_the_others_handed_back_with_their_reasons_to_be_sent_again()
    {
        await using var offer = new TempOffer();
        var import = await offer.ImportAsync(Sheets.List(
            Sheets.Service("bon", "Aide au permis"),
            Sheets.Service("faux", "=SOMME(A1)", sheet => (sheet["date_maj"], sheet["publics"]) = ("2031-01-01", Sheets.Array("jeunes", "tous-publics")))));

        import.Result.Should().Be(new ImportResult(1, 0, 0, 0, 1));
        var rejected = await File.ReadAllTextAsync(import.RejectedOf(SheetKind.Service), TestContext.Current.CancellationToken);
        rejected.Should().Contain("dans l’avenir").And.Contain("tous-publics").And.Contain("'=SOMME(A1)", "a cell must not become a formula");

        await offer.ImportAsync(rejected.Replace("2031-01-01", "2026-01-01").Replace("jeunes, tous-publics", "jeunes").Replace("'=SOMME(A1)", "Une somme"));
        (await offer.RecordsAsync(SheetKind.Service)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Again_updates_instead_of_doubling_and_removes_what_is_gone_only_when_asked()
    {
        await using var offer = new TempOffer();
        var first = Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Service("1", "Aide au permis"), Sheets.Service("2", "Garage solidaire"));
        (await offer.ImportAsync(first)).Result.Should().Be(new ImportResult(3, 0, 0, 0, 0));
        (await offer.ImportAsync(first)).Result.Should().Be(new ImportResult(0, 0, 3, 0, 0));

        var second = Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Service("1", "Bourse au permis"));
        (await offer.ImportAsync(second)).Result.Should().Be(new ImportResult(0, 1, 1, 0, 0));
        (await offer.NamesAsync(new() { Words = "bourse" })).Should().Equal("Bourse au permis");
        (await offer.NamesAsync(new() { Words = "aide" })).Should().BeEmpty("the former name is forgotten");
        (await offer.NamesAsync(new() { Words = "garages" })).Should().Equal("Garage solidaire");

        (await offer.ImportAsync(second, isComplete: true)).Result.Should().Be(new ImportResult(0, 0, 2, 1, 0));
        (await offer.NamesAsync(new() { Words = "garages" })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sheet_that_came_back_wrong_is_not_gone()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(Sheets.Service("1", "Aide au permis"), Sheets.Service("2", "Garage solidaire"), Sheets.Service("3", "Vélos")));

        var import = await offer.ImportAsync(Sheets.List(Sheets.Service("1", "Aide au permis"), Sheets.Service("2", "Garage solidaire", sheet => sheet["date_maj"] = "demain")), isComplete: true);

        import.Result!.Removed.Should().Be(1, "the file no longer has the bicycles; the garage it has, with a mistake");
        (await offer.NamesAsync(new())).Should().Equal("Aide au permis", "Garage solidaire");
    }

    [Fact]
    public async Task A_file_of_structures_says_nothing_of_services_nor_the_other_way_round()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Structure("autre", "L’autre"), Sheets.Service("1", "Aide au permis")));

        (await offer.ImportAsync(Sheets.List(Sheets.Structure("maison", "La maison")), isComplete: true)).Result!.Removed.Should().Be(1);
        (await offer.NamesAsync(new())).Should().Equal("Aide au permis");
        (await offer.ImportAsync(Sheets.List(Sheets.Service("2", "Vélos")), isComplete: true)).Result!.Removed.Should().Be(1);
        (await offer.RecordsAsync(SheetKind.Structure)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "Ce fichier est vide.")]
    [InlineData("bonjour", "La première ligne doit donner les noms des champs")]
    [InlineData("[{\"id\":\"a\"", "Ce fichier JSON est abîmé, à la ligne 1.")]
    [InlineData("[1, 2]", "L’élément 1 de ce fichier n’est pas une fiche.")]
    [InlineData("{\"autre\": 1}", "Ce fichier ne contient aucune fiche.")]
    [InlineData("PK\u0003\u0004rien", "Ce fichier est abîmé")]
    public async Task A_file_that_is_none_is_refused_in_French_and_nothing_changes(string content, string reason)
    {
        await using var offer = new TempOffer();

        var import = await offer.ImportAsync(content);

        import.Phase.Should().Be(ImportPhase.Failed);
        import.Failure.Should().StartWith(reason);
        (await offer.FindAsync(new())).Total.Should().Be(0);
    }

    [Fact]
    public async Task What_was_imported_is_what_was_sent_field_by_field() => await SheetsOfAnyKind.SampleAsync(async sheets =>
    {
        await using var offer = new TempOffer();
        var import = await offer.ImportAsync($"[{string.Join(',', sheets.Select(sheet => sheet.ToJson()))}]");

        import.Faults.Should().BeEmpty();
        var records = (await offer.RecordsAsync(SheetKind.Service)).Concat(await offer.RecordsAsync(SheetKind.Structure));
        records.Should().BeEquivalentTo(sheets.Select(sheet => sheet.ToJson()));
    }, iter: 40);

    /// <summary>The workbook without what its first column has in a line, and with a day in the column whose title someone overwrote with one.</summary>
    private static byte[] WithoutMarks(byte[] workbook, int line)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (leaf, day) in new[] { ("xl/worksheets/sheet1.xml", "C"), ("xl/worksheets/sheet2.xml", "D") })
            {
                var entry = archive.GetEntry(leaf)!;
                string xml;
                using (var reader = new StreamReader(entry.Open()))
                {
                    xml = reader.ReadToEnd();
                }

                XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
                var sheet = XDocument.Parse(xml);
                var cells = sheet.Descendants(main + "c").ToDictionary(cell => (string)cell.Attribute("r")!);
                cells[$"A{line}"].Elements().Remove();
                cells[$"{day}{line}"].ReplaceAll(new XAttribute("r", $"{day}{line}"), new XElement(main + "v", 46000));
                entry.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(leaf).Open());
                sheet.Save(writer);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A file that comes once it is let go.</summary>
    private sealed class HeldBack(byte[] content) : MemoryStream(content)
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _gone = new();

        public Task Asked => _asked.Task;

        public void LetGo() => _gone.SetResult();

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            _asked.SetResult();
            await _gone.Task;
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }

    private static Gen<Sheet[]> SheetsOfAnyKind =>
        from seed in Gen.Int[0, 1_000_000]
        from count in Gen.Int[1, 12]
        select Enumerable.Range(0, count).Select(index => AnySheet(new Random(seed + index), index)).ToArray();

    private static Sheet AnySheet(Random random, int index)
    {
        var kind = random.Next(2) == 0 ? SheetKind.Structure : SheetKind.Service;
        var values = new Dictionary<string, object>();
        foreach (var field in Fields.Of(kind).Where(field => field.IsRequired || random.Next(2) == 0))
        {
            values[field.Name] = AnyValue(field, random, index);
        }

        // Half a place is no place.
        if (values.ContainsKey("longitude") != values.ContainsKey("latitude"))
        {
            values.Remove("longitude");
            values.Remove("latitude");
        }

        return new Sheet(kind, values);
    }

    private static object AnyValue(Field field, Random random, int index) => field.Kind switch
    {
        FieldKind.Text when field.Name == "source" => "exemple",
        FieldKind.Text when field.Name is "id" or "structure_id" => $"exemple--{index}",
        FieldKind.Text or FieldKind.Name or FieldKind.Description => new[] { "Œuvre à l’été, « ouverte » ; \"vraiment\"", "=1+1 n’est rien", "[crochets], virgules; points", "Ligne\nsuivante" }[random.Next(4)],
        FieldKind.Link => "https://exemple.fr/é?a=1&b=[2]",
        FieldKind.Email => "contact@exemple.fr",
        FieldKind.Telephone => "+33 5 00 00 00 00",
        FieldKind.Day => $"20{random.Next(10, 26)}-0{random.Next(1, 10)}-1{random.Next(10)}",
        FieldKind.Siret => "73282932000074",
        FieldKind.PostalCode => "09000",
        FieldKind.Insee => "2A004",
        FieldKind.Longitude or FieldKind.Latitude => Math.Round((random.NextDouble() * 80) - 40, random.Next(8)),
        FieldKind.Number => random.Next(40) / 2.0,
        FieldKind.WholeNumber => (double)random.Next(1, 60),
        FieldKind.Choice => Nomenclature.Of(field.Name).Values[random.Next(Nomenclature.Of(field.Name).Values.Count)].Value,
        FieldKind.Choices => (IReadOnlyList<string>)[.. Nomenclature.Of(field.Name).Values.Select(each => each.Value).Where(value => value != "tous-publics").OrderBy(_ => random.Next()).Take(random.Next(1, 3))],
        FieldKind.Zones => (IReadOnlyList<string>)["31", "46102", "243100518", "france"],
        _ => "Mo-Fr 08:30-12:30",
    };
}
