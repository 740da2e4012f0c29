using Seminar.Offer.Quality;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>The score of data·inclusion.</summary>
public sealed class Quality_of_sheets
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Is_whole_when_everything_is_told_and_fresh() =>
        QualityScore.Of(Whole(), Today.AddDays(-30), Today).Value.Should().Be(1);

    [Fact]
    public void Has_ten_criteria_at_most_and_leaves_out_those_that_do_not_apply()
    {
        QualityScore.Of(Whole(), Today, Today).Criteria.Should().HaveCount(10);

        var remote = Without(Whole(), "modes_mobilisation", "modes_accueil");
        QualityScore.Of(remote, Today, Today).Criteria.Select(criterion => criterion.Label).Should().NotContain(["Adresse", "Courriel", "Téléphone"]).And.HaveCount(7);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(182, 1)]
    [InlineData(457, 0.5)]
    [InlineData(731, 0)]
    [InlineData(2000, 0)]
    public void Fades_from_six_months_to_two_years(int days, double points) =>
        QualityScore.Freshness.Points(Today.AddDays(-days), Today).Should().BeApproximately(points, 0.01);

    [Fact]
    public void Does_not_count_the_day_of_those_whose_programs_write_it()
    {
        var sheet = Whole();
        var made = sheet with { Values = sheet.Values.Append(KeyValuePair.Create<string, object>("source", "france-travail")).ToDictionary() };

        QualityScore.Of(made, Today.AddYears(-5), Today).Criteria.Should().HaveCount(9).And.NotContain(criterion => criterion.Label == "Mise à jour");
    }

    [Fact]
    public void Says_what_would_raise_it()
    {
        var score = QualityScore.Of(Without(Whole(), "telephone", "frais"), Today, Today);

        score.Value.Should().BeApproximately(0.8, 0.001);
        score.Criteria.Where(criterion => criterion.Points < 1).Select(criterion => criterion.Label).Should().Equal("Téléphone", "Frais");
    }

    private static Sheet Whole() => new(SheetKind.Service, new Dictionary<string, object>
    {
        ["description"] = new string('a', 300),
        ["adresse"] = "1 rue de l’Exemple",
        ["publics"] = (IReadOnlyList<string>)["jeunes"],
        ["thematiques"] = (IReadOnlyList<string>)["mobilite--preparer-un-permis"],
        ["courriel"] = "contact@exemple.fr",
        ["telephone"] = "0500000000",
        ["frais"] = "gratuit",
        ["modes_accueil"] = (IReadOnlyList<string>)["en-presentiel"],
        ["modes_mobilisation"] = (IReadOnlyList<string>)["envoyer-un-courriel", "telephoner"],
        ["mobilisable_par"] = (IReadOnlyList<string>)["usagers"],
    });

    private static Sheet Without(Sheet sheet, params string[] fields) =>
        sheet with { Values = sheet.Values.Where(value => !fields.Contains(value.Key)).ToDictionary() };
}
