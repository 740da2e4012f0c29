using Seminar.Contracts.Workshops;
using static Seminar.Workshops.Tests.Documents;

namespace Seminar.Workshops.Tests;

public class DataChecksTests
{
    private static readonly Dictionary<string, string> Occitanie = new()
    {
        ["09"] = "Ariège", ["11"] = "Aude", ["12"] = "Aveyron", ["30"] = "Gard", ["31"] = "Haute-Garonne", ["32"] = "Gers",
        ["34"] = "Hérault", ["46"] = "Lot", ["48"] = "Lozère", ["65"] = "Hautes-Pyrénées", ["66"] = "Pyrénées-Orientales",
        ["81"] = "Tarn", ["82"] = "Tarn-et-Garonne",
    };

    [Fact]
    public async Task The_seeds_hold_the_points_that_their_notes_tell()
    {
        var found = new List<(string Theme, DataCheck Check)>();
        foreach (var key in Seeds.Keys)
        {
            await using var theme = new TestTheme(key);
            await theme.Replace(Seeds.Document(key));
            found.AddRange((await theme.Check(Occitanie)).Select(check => (key, check)));
        }

        Of(DataCheckKind.AttendanceMismatch).Should().Equal(("mobility", new DataCheck(
            DataCheckKind.AttendanceMismatch,
            "L'effectif annoncé est 53, la somme des familles donne 54 (1 jeune, 24 partenaires, 29 Missions Locales).",
            "participation")));
        Of(DataCheckKind.DepartementMismatch).Should().Equal(("sport-culture", new DataCheck(
            DataCheckKind.DepartementMismatch,
            "«\u00A0Mission Locale Lozère\u00A0» porte le code 46 (Lot), alors que Lozère a le code 48.",
            "equipe")));
        Of(DataCheckKind.MissingRole).Should().Equal(("employment-service", new DataCheck(
            DataCheckKind.MissingRole, "L'équipe n'a pas de suppléant.", "equipe")));
        Of(DataCheckKind.MissingRoom).Select(point => point.Theme).Should()
            .Equal("mobility", "sport-culture", "rupture", "engagement", "qualification");
        Places(DataCheckKind.AxisWithoutProposal).Should().Equal(
            "guidance axe-5", "guidance axe-6", "guidance axe-9", "sport-culture axe-2", "sport-culture axe-3", "rupture axe-2", "qualification axe-3");
        Places(DataCheckKind.HeadingWithoutNote).Should().Equal(
            "guidance reussites-2", "engagement obstacles-1", "engagement obstacles-2", "qualification freins-1");

        List<(string Theme, DataCheck Check)> Of(DataCheckKind kind) => found.Where(point => point.Check.Kind == kind).ToList();
        IEnumerable<string> Places(DataCheckKind kind) => Of(kind).Select(point => $"{point.Theme} {point.Check.Anchor}");
    }

    [Fact]
    public void A_sound_workshop_has_nothing_to_check() =>
        DataChecks.Of(Sound, Occitanie).Should().BeEmpty();

    [Theory]
    [InlineData("Mission Locale Tarn et Garonne", "82", null)]
    [InlineData("Mission Locale Tarn et Garonne", "81", "82")]
    [InlineData("MISSION LOCALE TARN NORD", "82", "81")]
    [InlineData("Conseil départemental Haute-Garonne", "31", null)]
    [InlineData("Mission Locale Ouest Audois", "34", null)]
    [InlineData("Handilot", "31", null)]
    [InlineData("Mission Locale Lot-et-Garonne", "47", null)]
    [InlineData("Mission Locale Cœur d’Herault", "30", "34")]
    [InlineData("Missions Locales Aude et Gard", "30", null)]
    [InlineData("Les étoiles des Pyrénées", "65", null)]
    [InlineData("Mission Locale Lozère", null, null)]
    public void A_code_is_compared_with_the_whole_names_of_the_organisation(string organisation, string? code, string? expected)
    {
        var checks = DataChecks.Of(Sound with { Witnesses = [new(Family.Partner, null, organisation, code)] }, Occitanie).ToList();

        if (expected is null)
        {
            checks.Should().BeEmpty();
        }
        else
        {
            checks.Should().ContainSingle().Which.Message.Should().Contain($"a le code {expected}.");
        }
    }

    [Fact]
    public void A_code_that_no_departement_bears_is_told()
    {
        var team = Sound.Team.Append(new(TeamRole.CoFacilitator, null, "ARML", "99")).ToList();

        DataChecks.Of(Sound with { Team = team }, Occitanie).Should().Equal(new DataCheck(
            DataCheckKind.DepartementMismatch, "«\u00A0ARML\u00A0» porte le code 99, qui n'est pas un code de département.", "equipe"));
    }

    [Fact]
    public void Each_role_that_nobody_fills_is_told() =>
        DataChecks.Of(Sound with { Team = [] }, Occitanie).Select(check => check.Message).Should()
            .Equal("L'équipe n'a pas d'animateur.", "L'équipe n'a pas de rapporteur.", "L'équipe n'a pas de suppléant.");
}
