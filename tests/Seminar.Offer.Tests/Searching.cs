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

    private static double Away(Territory.Commune centre, Sheet sheet) => Storing.SheetWords.PlaceOf(sheet) is { } place
        ? Math.Sqrt(Math.Pow((place.Latitude - centre.Latitude) * Territory.Cells.KilometresPerDegree, 2)
            + Math.Pow((place.Longitude - centre.Longitude) * Territory.Cells.KilometresPerDegree * Math.Cos(centre.Latitude * Math.PI / 180), 2))
        : double.PositiveInfinity;

    private static void Fill(JsonObject sheet, string commune, string theme, string audience)
    {
        sheet["code_insee"] = commune;
        sheet["thematiques"] = Sheets.Array(theme);
        sheet["publics"] = Sheets.Array(audience);
        sheet["frais"] = "gratuit";
        sheet["modes_accueil"] = Sheets.Array("en-presentiel");
    }
}
