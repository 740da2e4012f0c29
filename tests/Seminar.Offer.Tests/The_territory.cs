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
    public void Finds_nothing_in_nothing()
    {
        Communes.Named("", 5).Should().BeEmpty();
        Communes.Named("()", 5).Should().BeEmpty();
        Communes.Named("Nulle-part-sur-Rien", 5).Should().BeEmpty();
    }
}
