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
    public void Finds_the_commune_that_is_meant(string typed, string insee) => Communes.Named(typed, 5).Select(commune => commune.Insee).Should().Contain(insee);

    [Fact]
    public void Tells_apart_communes_of_one_name() =>
        Communes.Named("Aigues-Vives", 9).Select(commune => commune.FullName).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(1);

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
    }

    private static string ZoneOf(params string[] codes) =>
        SheetWording.Zones(new Sheet(SheetKind.Service, new Dictionary<string, object> { ["zone_eligibilite"] = (IReadOnlyList<string>)codes }));
}
