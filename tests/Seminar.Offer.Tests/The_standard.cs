using System.Text.Json;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Our tables of data·inclusion against its own schemas.</summary>
public sealed class The_standard
{
    [Theory]
    [InlineData("structure")]
    [InlineData("service")]
    public void Has_the_fields_that_its_schema_has_the_same_required(string kind)
    {
        using var schema = Schema(kind);
        var fields = Fields.Of(kind == "service" ? SheetKind.Service : SheetKind.Structure);

        fields.Select(field => field.Name).Should().BeEquivalentTo(schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        fields.Where(field => field.IsRequired).Select(field => field.Name).Should()
            .BeEquivalentTo(schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("service", "Thematique", "thematiques", 69)]
    [InlineData("service", "Public", "publics", 14)]
    [InlineData("service", "TypeService", "type", 6)]
    [InlineData("service", "Frais", "frais", 2)]
    [InlineData("service", "ModeAccueil", "modes_accueil", 2)]
    [InlineData("service", "ModeMobilisation", "modes_mobilisation", 4)]
    [InlineData("service", "PersonneMobilisatrice", "mobilisable_par", 2)]
    [InlineData("structure", "ReseauPorteur", "reseaux_porteurs", 108)]
    public void Permits_the_values_that_its_schema_permits(string kind, string definition, string field, int count)
    {
        using var schema = Schema(kind);
        var values = schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("enum").EnumerateArray().Select(value => value.GetString());

        Nomenclature.Of(field).Values.Select(each => each.Value).Should().BeEquivalentTo(values).And.HaveCount(count);
    }

    [Fact]
    public void Has_a_French_heading_for_every_category() =>
        Nomenclature.Of("thematiques").Values.Select(each => each.Value.Split("--")[0]).Distinct().Should().BeEquivalentTo(Nomenclature.Categories.Keys);

    [Theory]
    [InlineData("35600000000048", true)] // La Poste, the head office: Luhn holds.
    [InlineData("35600000049837", true)] // An office of La Poste: the digits add up to a multiple of five.
    [InlineData("35600000000049", false)]
    [InlineData("73282932000074", true)]
    [InlineData("73282932000075", false)]
    public void Knows_the_key_of_a_SIRET(string siret, bool isValid) => SiretNumber.HasValidKey(siret).Should().Be(isValid);

    private static JsonDocument Schema(string kind) => JsonDocument.Parse(File.ReadAllText(Ecosystem.File($"data-inclusion/schemas-v1/{kind}.json")));
}
