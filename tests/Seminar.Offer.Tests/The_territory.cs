using Seminar.Contracts.Reference;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Tests;

/// <summary>Occitanie and its communes.</summary>
public sealed class The_territory
{
    [Fact]
    public void Has_thirteen_departements_4446_communes_and_164_intercommunalites()
    {
        Region.Departements.Should().HaveCount(13);
        Communes.All.Should().HaveCount(4446).And.OnlyContain(commune => Region.Holds(commune.Insee) && commune.PostalCodes.Count > 0);
        Communes.Epci.Should().HaveCount(164);
        Communes.All.Select(commune => commune.Epci).Distinct().Should().BeSubsetOf(Communes.Epci.Keys);
    }

    [Theory]
    [InlineData("Figeac", "46102")]
    [InlineData("figeac (46)", "46102")]
    [InlineData("46102", "46102")]
    [InlineData("31000", "31555")]
    [InlineData("saint gaudens", "31483")]
    [InlineData("Toul", "31555")]
    [InlineData("St-Girons", "09261")]
    [InlineData("Isle-Jourdain", "32160")]
    [InlineData("l’isle jourdain", "32160")]
    [InlineData("Vigan (30)", "30350")]
    public void Finds_the_commune_that_is_meant(string typed, string insee) => Communes.Named(typed, 5).Select(commune => commune.Insee).Should().Contain(insee);

    [Fact]
    public void Tells_apart_communes_of_one_name() =>
        Communes.Named("Aigues-Vives", 9).Select(commune => commune.FullName).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(1);

    [Theory]
    [InlineData("Figeac", true)]
    [InlineData("figeac (46)", true)]
    [InlineData("46100", true)]
    [InlineData("Figea", false)]
    public void Says_whether_it_is_exactly_what_was_typed(string typed, bool isExact) => Communes.IsExactly(Communes.Find("46102")!, typed).Should().Be(isExact);

    [Theory]
    [InlineData(null, "FIGEAC", "46100", "46102")]
    [InlineData(null, "Figeac", null, "46102")]
    [InlineData(null, "Toulouse Cedex 5", "31500", "31555")]
    [InlineData(null, "Aigues-Vives", "09600", "09002")]
    [InlineData("46102", "Toulouse", "31000", "46102")]
    public void Finds_the_commune_of_an_address(string? insee, string? name, string? postalCode, string expected) => Communes.Find(insee, name, postalCode)!.Insee.Should().Be(expected);

    [Theory]
    [InlineData("Aigues-Vives", null)]
    [InlineData("Figeac", "75001")]
    [InlineData(null, "46100")]
    public void Does_not_guess_where_several_are_possible(string? name, string? postalCode) => Communes.Find(null, name, postalCode).Should().BeNull();

    [Fact]
    public void Names_every_departement_of_a_zone_overseas_too()
    {
        ZoneOf("46", "76", "2A", "971", "976", "france").Should().Be("Lot, Seine-Maritime, Corse-du-Sud, Guadeloupe, Mayotte, toute la France", "76 is a département, not the region");
        Departements.All.Should().HaveCount(101).And.OnlyContain(departement => ZoneOf(departement.Code) == departement.Name);
        ZoneOf("46102", "200006930", "999").Should().Be("Figeac (46), CC du Haut Allier Margeride, 999");
    }

    [Fact]
    public void Finds_nothing_in_nothing()
    {
        Communes.Named("", 5).Should().BeEmpty();
        Communes.Named("()", 5).Should().BeEmpty();
        Communes.Named("Nulle-part-sur-Rien", 5).Should().BeEmpty();
        Communes.Named("Figeac (12)", 5).Should().BeEmpty();
    }

    private static string ZoneOf(params string[] codes) =>
        SheetWording.Zones(new Sheet(SheetKind.Service, new Dictionary<string, object> { ["zone_eligibilite"] = (IReadOnlyList<string>)codes }));
}
