using System.Text.Json.Nodes;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Someone looks for what exists around here.</summary>
public sealed class Searching : IAsyncLifetime
{
    private const string Toulouse = "31555";
    private const string Figeac = "46102";

    private readonly TempOffer _offer = new();

    public async ValueTask InitializeAsync() => await _offer.ImportAsync(Sheets.List(
        Sheets.Structure("maison", "La maison de l’emploi"),
        Sheets.Service("permis", "Bourse au permis de conduire", sheet => Fill(sheet, Toulouse, "mobilite--preparer-un-permis", "jeunes")),
        Sheets.Service("garage", "Garages solidaires", sheet => Fill(sheet, Figeac, "mobilite--entretenir-reparer-son-vehicule", "tous-publics")),
        Sheets.Service("lot", "Location de vélos", sheet =>
        {
            Fill(sheet, Figeac, "mobilite--acceder-a-un-vehicule", "seniors");
            sheet["zone_eligibilite"] = Sheets.Array("46");
            sheet["frais"] = "payant";
        }),
        Sheets.Service("ecoute", "Écoute à distance", sheet =>
        {
            Fill(sheet, Toulouse, "sante--sante-mentale", "jeunes");
            sheet["modes_accueil"] = Sheets.Array("a-distance");
        })));

    public async ValueTask DisposeAsync() => await _offer.DisposeAsync();

    [Theory]
    [InlineData("garage solidaire")]
    [InlineData("les GARAGES solidaires")]
    [InlineData("vehicules inventes garages", "Garages solidaires")]
    public async Task Finds_words_whatever_their_plural_their_accents_their_small_words(string words, string name = "Garages solidaires") =>
        (await _offer.NamesAsync(new() { Words = words })).Should().StartWith(name);

    [Fact]
    public async Task Says_so_when_no_sheet_has_all_the_words_and_shows_those_that_have_one()
    {
        var found = await _offer.FindAsync(new() { Words = "permis astronautique" });

        found.IsLoose.Should().BeTrue();
        found.Services.Should().ContainSingle().Which.Structure.Should().Be("La maison de l’emploi");
        (await _offer.FindAsync(new() { Words = "astronautique" })).Total.Should().Be(0);
    }

    [Fact]
    public async Task Narrows_by_category_by_thematique_and_by_public_keeping_what_is_for_everyone()
    {
        (await _offer.NamesAsync(new() { Themes = ["mobilite"] })).Should().HaveCount(3);
        (await _offer.NamesAsync(new() { Themes = ["mobilite--preparer-un-permis", "sante--sante-mentale"] })).Should().HaveCount(2);
        (await _offer.NamesAsync(new() { Themes = ["mobilite"], Publics = ["jeunes"] })).Should().Equal("Bourse au permis de conduire", "Garages solidaires");
    }

    [Fact]
    public async Task Brings_the_nearest_first_with_their_distance_then_what_is_given_at_a_distance()
    {
        var found = await _offer.FindAsync(new() { Commune = Figeac, Kilometres = 20 });

        found.Services.Select(service => (service.Sheet.Name, service.Kilometres is null)).Should().Equal(("Garages solidaires", false), ("Location de vélos", false), ("Écoute à distance", true));
        found.Services[0].Kilometres.Should().BeLessThan(0.1);
        (await _offer.FindAsync(new() { Commune = Figeac, Kilometres = 150, Words = "permis" })).Services.Single().Kilometres.Should().BeApproximately(120, 5, "Toulouse is some 120 km away");
    }

    [Fact]
    public async Task Around_a_place_finds_what_looking_at_every_sheet_finds_page_by_page()
    {
        await using var offer = new TempOffer();
        var sheets = InventedSheets.Many(SheetKind.Service, 400);
        await offer.ImportAsync($"[{string.Join(',', sheets.Select(sheet => sheet.ToJson()))}]");
        var centre = Territory.Communes.Find(Figeac)!;
        var expected = sheets
            .Where(sheet => sheet.List("zone_eligibilite").Count == 0 || sheet.List("zone_eligibilite").Intersect([Figeac, "46", centre.Epci, "france"]).Any())
            .Select(sheet => (sheet.Id, Away: Away(centre, sheet), IsRemote: sheet.List("modes_accueil").Contains("a-distance")))
            .Where(each => each.Away <= 60 || each.IsRemote).ToList();

        var found = new List<FoundService>();
        for (var page = 0; page < 60; page++)
        {
            var answer = await offer.FindAsync(new() { Commune = Figeac, Kilometres = 60, Skip = page * 7, Take = 7 });
            answer.Total.Should().Be(expected.Count);
            found.AddRange(answer.Services);
        }

        expected.Should().HaveCountGreaterThan(20);
        found.Select(each => each.Sheet.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected.Select(each => each.Id));
        found.TakeWhile(each => each.Kilometres is not null).Select(each => each.Kilometres!.Value).Should().BeInAscendingOrder().And.HaveCount(expected.Count(each => each.Away <= 60));
    }

    [Fact]
    public async Task Does_not_bring_from_afar_those_who_want_to_be_received()
    {
        await using var offer = new TempOffer();
        await offer.ImportAsync(Sheets.List(
            Sheets.Service("ici", "Ici seulement", sheet => Fill(sheet, Figeac, "sante--sante-mentale", "jeunes")),
            Sheets.Service("partout", "Ici ou au téléphone", sheet =>
            {
                Fill(sheet, Toulouse, "sante--sante-mentale", "jeunes");
                sheet["modes_accueil"] = Sheets.Array("en-presentiel", "a-distance");
            })));
        var query = new Contracts.Offer.OfferQuery { Commune = Figeac, Kilometres = 5 };

        (await offer.FindAsync(query)).Total.Should().Be(2);
        (await offer.FindAsync(query with { Mode = "en-presentiel" })).Should().BeEquivalentTo(new { Total = 1 });
        (await offer.NamesAsync(query with { Mode = "en-presentiel" })).Should().Equal("Ici seulement");
        (await offer.FindAsync(query with { Commune = Toulouse, Mode = "en-presentiel" })).Total.Should().Be(1, "what is near is found whatever else it offers");
    }

    [Fact]
    public async Task Finds_a_sheet_that_tells_its_commune_by_name_and_postal_code_alone()
    {
        await using var offer = new TempOffer();
        var import = await offer.ImportAsync(Sheets.List(
            Sheets.Service("nom", "Avec son nom", sheet => (sheet["commune"], sheet["code_postal"]) = ("FIGEAC", "46100")),
            Sheets.Service("rien", "Sans rien")));

        (await offer.NamesAsync(new() { Commune = Figeac, Kilometres = 5 })).Should().Equal("Avec son nom");
        import.Remarks.Should().ContainSingle(told => told.Fault.Message.Contains("ni sur la carte")).Which.Sheets.Single().Name.Should().Be("Sans rien");
    }

    [Theory]
    [InlineData("pour")]
    [InlineData("été")]
    [InlineData("!!!")]
    public async Task Finds_nothing_for_words_that_are_in_every_text_and_says_so(string words)
    {
        (await _offer.FindAsync(new() { Words = words })).Total.Should().Be(0);
        Form(("q", words)).WordsRefusal.Should().Contain("trop courants");
    }

    [Theory]
    [InlineData("thematique", "mobilite--preparer-un-permi")]
    [InlineData("departement", "75")]
    [InlineData("km", "25")]
    [InlineData("mode", "ailleurs")]
    [InlineData("public", "tous")]
    public void Says_which_criterion_it_does_not_know(string name, string value) => Form((name, value)).Refusal.Should().Contain(value).And.Contain(name);

    [Fact]
    public void Has_nothing_to_say_of_what_the_page_asks() =>
        Form(("q", "permis"), ("ou", "Figeac"), ("km", "50"), ("departement", ""), ("thematique", "mobilite"), ("public", "jeunes")).Refusal.Should().BeNull();

    [Fact]
    public async Task Every_sheet_is_on_one_page_when_words_are_in_more_than_can_be_ranked()
    {
        await using var offer = new TempOffer();
        var named = Enumerable.Range(0, 30).Select(number => Sheets.Service($"n{number}", $"Vélo {number}"));
        var others = Enumerable.Range(0, 20_100).Select(number => Sheets.Service($"o{number}", $"Aide {number}", sheet => sheet["description"] = "Un vélo pour tous."));
        await offer.ImportAsync(Sheets.List(others.Concat(named)));

        var pages = new List<FoundServices>();
        for (var page = 0; page < 4; page++)
        {
            pages.Add(await offer.FindAsync(new() { Words = "vélo", Skip = page * 20 }));
        }

        var names = pages.SelectMany(page => page.Services).Select(found => found.Sheet.Name).ToList();
        names.Should().OnlyHaveUniqueItems().And.HaveCount(80);
        names.Take(30).Should().OnlyContain(name => name.StartsWith("Vélo"), "those that are named so come first");
    }

    [Fact]
    public async Task Leaves_out_what_is_not_meant_for_those_who_live_there()
    {
        (await _offer.NamesAsync(new() { Commune = Toulouse, Kilometres = 150 })).Should().NotContain("Location de vélos", "it is for the Lot alone");
        (await _offer.NamesAsync(new() { Commune = Figeac, Kilometres = 150 })).Should().Contain("Location de vélos");
    }

    [Fact]
    public async Task Narrows_to_what_is_free_to_a_mode_to_a_departement()
    {
        (await _offer.NamesAsync(new() { IsFree = true })).Should().HaveCount(3).And.NotContain("Location de vélos");
        (await _offer.NamesAsync(new() { Mode = "a-distance" })).Should().Equal("Écoute à distance");
        (await _offer.NamesAsync(new() { Departement = "46" })).Should().Equal("Garages solidaires", "Location de vélos");
    }

    [Fact]
    public async Task Turns_pages()
    {
        var first = await _offer.FindAsync(new() { Take = 3 });
        var second = await _offer.FindAsync(new() { Skip = 3, Take = 3 });

        first.Total.Should().Be(4);
        first.Services.Concat(second.Services).Select(service => service.Sheet.Id).Should().OnlyHaveUniqueItems().And.HaveCount(4);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 1)]
    [InlineData(41, 3)]
    [InlineData(150_000, 500)]
    public void Tells_of_no_page_that_cannot_be_asked_for(int total, int pages) => SearchForm.PagesOf(total).Should().Be(pages);

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("NEAR( * ^")]
    [InlineData("tags : z_31")]
    [InlineData("{name} : permis")]
    public async Task Takes_whatever_is_typed_for_words(string words) =>
        await FluentActions.Awaiting(() => _offer.FindAsync(new() { Words = words })).Should().NotThrowAsync();

    private static double Away(Territory.Commune centre, Sheet sheet) => Territory.SheetPlace.Of(sheet) is { } place
        ? Math.Sqrt(Math.Pow((place.Latitude - centre.Latitude) * Territory.Cells.KilometresPerDegree, 2)
            + Math.Pow((place.Longitude - centre.Longitude) * Territory.Cells.KilometresPerDegree * Math.Cos(centre.Latitude * Math.PI / 180), 2))
        : double.PositiveInfinity;

    private static SearchForm Form(params (string Name, string Value)[] query) =>
        SearchForm.Read(new Microsoft.AspNetCore.Http.QueryCollection(query.ToDictionary(each => each.Name, each => new Microsoft.Extensions.Primitives.StringValues(each.Value))));

    private static void Fill(JsonObject sheet, string commune, string theme, string audience)
    {
        sheet["code_insee"] = commune;
        sheet["thematiques"] = Sheets.Array(theme);
        sheet["publics"] = Sheets.Array(audience);
        sheet["frais"] = "gratuit";
        sheet["modes_accueil"] = Sheets.Array("en-presentiel");
    }
}
