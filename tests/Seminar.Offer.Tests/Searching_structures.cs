using System.Text.Json.Nodes;
using Seminar.Contracts.Offer;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Someone looks for a structure whose name they know, or for those around a place.</summary>
public sealed class Searching_structures : IAsyncLifetime
{
    private const string Figeac = "46102";

    private readonly TempOffer _offer = new();

    public async ValueTask InitializeAsync() => await _offer.ImportAsync(Sheets.List(
        At(Sheets.Structure("celé", "Garage solidaire du Célé"), Figeac),
        At(Sheets.Structure("toulouse", "Maison de l’emploi"), "31555"),
        Sheets.Structure("ailleurs", "Antenne sans adresse"),
        Sheets.Service("1", "Réparer son véhicule", sheet => sheet["structure_id"] = "exemple--celé")));

    public async ValueTask DisposeAsync() => await _offer.DisposeAsync();

    [Fact]
    public async Task Finds_it_by_its_name_with_the_services_that_it_gives()
    {
        var found = (await FindAsync(new() { Words = "garages cele" })).Structures.Should().ContainSingle().Subject;

        (found.Sheet.Name, found.Services, found.Kilometres).Should().Be(("Garage solidaire du Célé", 1, null));
    }

    [Fact]
    public async Task Finds_it_by_the_network_that_it_belongs_to() =>
        (await FindAsync(new() { Words = "mission locale" })).Total.Should().Be(3, "all of them are of that network");

    [Fact]
    public async Task Finds_those_around_a_place_and_in_a_departement()
    {
        var around = await FindAsync(new() { Commune = Figeac, Kilometres = 20 });
        around.Structures.Select(each => each.Sheet.Name).Should().Equal("Garage solidaire du Célé");
        around.Structures[0].Kilometres.Should().BeLessThan(0.1);
        (await NamesAsync(new() { Departement = "31" })).Should().Equal("Maison de l’emploi");
        (await NamesAsync(new())).Should().Equal("Antenne sans adresse", "Garage solidaire du Célé", "Maison de l’emploi");
        (await NamesAsync(new() { Skip = 1, Take = 1 })).Should().Equal("Garage solidaire du Célé");
    }

    [Fact]
    public async Task Says_so_when_none_has_all_the_words()
    {
        var found = await FindAsync(new() { Words = "garage astronautique" });

        (found.IsLoose, found.Total).Should().Be((true, 1));
        (await FindAsync(new() { Words = "astronautique" })).Total.Should().Be(0);
    }

    [Fact]
    public async Task Forgets_the_former_name_of_one_that_changed()
    {
        await _offer.ImportAsync(Sheets.List(At(Sheets.Structure("celé", "Atelier du Célé"), "31555")));

        (await FindAsync(new() { Words = "garage" })).Total.Should().Be(0);
        (await NamesAsync(new() { Departement = "31" })).Should().Equal("Atelier du Célé", "Maison de l’emploi");
    }

    [Fact]
    public async Task Draws_and_counts_them_where_they_are()
    {
        var cells = await new CountCellsHandler(_offer.Database).Handle(new CountCells(SheetKind.Structure, new OfferQuery()), CancellationToken.None);
        var table = await new CountDepartementsHandler(_offer.Database).Handle(new CountDepartements(SheetKind.Structure, new OfferQuery()), CancellationToken.None);

        cells.Sum(cell => cell.Sheets).Should().Be(2, "one has no place");
        table.Where(line => line.Sheets > 0).Should().Equal(new DepartementCount("31", 1), new DepartementCount("46", 1));
        table.Should().HaveCount(13);
    }

    private static JsonObject At(JsonObject structure, string insee)
    {
        structure["code_insee"] = insee;
        return structure;
    }

    private Task<FoundStructures> FindAsync(OfferQuery query) => new FindStructuresHandler(_offer.Database).Handle(new FindStructures(query), CancellationToken.None);

    private async Task<IEnumerable<string>> NamesAsync(OfferQuery query) => (await FindAsync(query)).Structures.Select(each => each.Sheet.Name);
}
