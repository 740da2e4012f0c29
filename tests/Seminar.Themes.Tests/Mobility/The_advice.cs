using CsCheck;
using Seminar.Themes.Mobility.Features.Diagnosis;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>What a young person is told fits what they said.</summary>
public sealed class The_advice
{
    /// <summary>Someone whom nothing keeps from moving; each profile differs from it.</summary>
    private const string Fine = "age=18-25&profil=recherche&moyens=vehicule&permis=oui&etat=bon&lignes=oui&aise=facile&sante=non&budget=80&loin=heure";

    private const string DrivingSchools = "inscription-permis heures-de-conduite suite-du-permis bourse-permis dossier-aide";

    [Theory]
    // what differs, obstacles told, obstacles not told, steps, actions that would be wrong
    [InlineData("moyens=vehicule", "", "*", "", "*")]
    [InlineData("moyens=vehicule,commun", "", "depend-des-transports", "", "*")]
    [InlineData("moyens=pied,vehicule", "", "aucun-moyen", "", "*")]
    [InlineData("lignes=non", "", "pas-de-ligne", "", "*")]
    [InlineData("lignes=non&etat=reparer", "pas-de-ligne vehicule-a-reparer", "", "transport-demande garage-solidaire", "carte-transport mise-a-disposition location-velo microcredit")]
    [InlineData("permis=code", "code-obtenu", "sans-permis permis-en-cours", "bourse-permis heures-de-conduite", "inscription-permis")]
    [InlineData("permis=en-cours", "permis-en-cours", "sans-permis code-obtenu", "bourse-permis suite-du-permis", "inscription-permis")]
    [InlineData("permis=non", "sans-permis", "", "inscription-permis bourse-permis", "heures-de-conduite visite-medicale")]
    [InlineData("permis=sans", "", "sans-permis", "", DrivingSchools)]
    [InlineData("permis=perdu", "permis-suspendu", "sans-permis", "visite-medicale demarche-prefecture", DrivingSchools)]
    [InlineData("permis=perdu&moyens=pied&lignes=non", "permis-suspendu aucun-moyen pas-de-ligne", "", "visite-medicale demarche-prefecture", "carte-transport mise-a-disposition microcredit " + DrivingSchools)]
    [InlineData("permis=perdu&lignes=non", "permis-suspendu pas-de-ligne", "", "visite-medicale demarche-prefecture", "carte-transport")]
    [InlineData("moyens=pied&lignes=non", "aucun-moyen pas-de-ligne", "depend-des-transports", "mise-a-disposition transport-demande", "carte-transport carte-solidaire")]
    [InlineData("moyens=pied&lignes=non&permis=non&budget=rien", "aucun-moyen pas-de-ligne sans-permis sans-budget", "", "location-velo transport-demande inscription-permis", "carte-transport carte-solidaire mise-a-disposition microcredit")]
    [InlineData("moyens=pied&lignes=inconnu", "aucun-moyen offre-inconnue", "", "recherche-lignes", "carte-transport")]
    [InlineData("moyens=pied&sante=oui", "aucun-moyen sante", "", "conseiller-mobilite", "location-velo")]
    [InlineData("moyens=commun", "depend-des-transports", "aucun-moyen", "carte-transport", "mise-a-disposition")]
    [InlineData("moyens=commun&lignes=heures", "depend-des-transports horaires-inadaptes", "", "transport-demande carte-transport", "")]
    [InlineData("aise=stress", "peu-a-l-aise", "besoin-d-accompagnement", "atelier-confiance", "")]
    [InlineData("aise=non", "besoin-d-accompagnement", "peu-a-l-aise", "conseiller-mobilite atelier-confiance", "")]
    [InlineData("age=15&moyens=pied&lignes=non", "aucun-moyen pas-de-ligne", "", "location-velo transport-demande", "mise-a-disposition microcredit " + DrivingSchools)]
    public void Fits_the_profile(string profile, string told, string untold, string steps, string wrong)
    {
        var answers = Fine.Split('&').Where(answer => !profile.Split('&').Any(other => other.Split('=')[0] == answer.Split('=')[0])).Concat(profile.Split('&'));

        var conclusion = Conclusion.Of(Diagnostics.Told(string.Join('&', answers)));

        var obstacles = conclusion.Obstacles.Select(obstacle => obstacle.Id).ToList();
        var actions = conclusion.Actions.Select(action => action.Id).ToList();
        Words(told).Except(obstacles).Should().BeEmpty("they stand in the way");
        Words(steps).Except(conclusion.Steps.Select(step => step.Id)).Should().BeEmpty("they come first");
        obstacles.Where(Named(untold)).Should().BeEmpty("they do not stand in the way");
        actions.Where(Named(wrong)).Should().BeEmpty("they would be wrong");
    }

    [Theory]
    [InlineData("age=26&profil=autre", "tous-publics")]
    [InlineData("age=26&profil=emploi", "actifs")]
    [InlineData("age=18-25&profil=autre", "jeunes")]
    [InlineData("age=26&profil=autre&sante=oui", "personnes-en-situation-de-handicap")]
    public void Never_brings_what_is_meant_for_others(string profile, string publics) => Conclusion.Of(Diagnostics.Told(profile)).Publics.Should().Equal(publics);

    [Fact]
    public void Aims_at_nothing_that_it_gives_no_way_to() => Diagnostics.Any.Sample(conversation =>
    {
        var conclusion = Conclusion.Of(conversation);

        conclusion.Objectives.All(objective => objective.Actions.Any(id => conclusion.Actions.Any(action => action.Id == id))).Should().BeTrue();
        (conclusion.Obstacles.Count == 0 || conclusion.Actions.Count > 0).Should().BeTrue("an obstacle without an action would be a dead end");
        conclusion.Publics.Should().NotBeEmpty();
    }, iter: 3000);

    [Fact]
    public void Each_answer_changes_something_or_says_that_all_is_well()
    {
        var idle = Guide.Shared.Questions.Where(question => !question.IsPlace && question.Id != "age" && question.Answers!.All(answer => answer.Situations is null && answer.Publics is null));

        idle.Should().BeEmpty("a question that changes nothing is one too many");
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether one is among those named; a star names all.</summary>
    private static Func<string, bool> Named(string text) => id => text == "*" || Words(text).Contains(id);
}
