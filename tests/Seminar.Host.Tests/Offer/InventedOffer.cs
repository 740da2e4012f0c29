namespace Seminar.Host.Tests.Offer;

/// <summary>A small invented directory, in the standard data·inclusion.</summary>
public static class InventedOffer
{
    public const string Json =
        """
        [
          {"source":"exemple","id":"exemple--garage","nom":"Garage solidaire du Célé","date_maj":"2026-10-01","description":"Un garage inventé.","commune":"Figeac","code_postal":"46100","code_insee":"46102","adresse":"3 rue Neuve","longitude":2.03,"latitude":44.61,"telephone":"0500000000","courriel":"accueil@exemple.test","horaires_accueil":"Mo-Fr 08:30-12:30,14:00-17:00; PH off","site_web":"https://exemple.test"},
          {"source":"exemple","id":"exemple--maison","nom":"Maison de l’emploi","date_maj":"2026-10-01","commune":"Toulouse","code_postal":"31000","code_insee":"31555"},
          {"source":"exemple","structure_id":"exemple--garage","id":"exemple--reparer","nom":"Réparer son véhicule","description":"On répare ensemble, à prix coûtant, les voitures et les deux-roues de ceux qui cherchent un emploi.","date_maj":"2026-10-01","lien_source":"https://exemple.test/reparer","type":"aide-materielle","thematiques":["mobilite--entretenir-reparer-son-vehicule"],"frais":"payant","frais_precisions":"Pièces à prix coûtant.","publics":["jeunes","demandeurs-emploi"],"conditions_acces":"Être orienté par un conseiller.","commune":"Figeac","code_postal":"46100","code_insee":"46102","adresse":"3 rue Neuve","longitude":2.03,"latitude":44.61,"telephone":"0500000000","courriel":"accueil@exemple.test","modes_accueil":["en-presentiel"],"zone_eligibilite":["46","12102"],"contact_nom_prenom":"Accueil du garage","modes_mobilisation":["telephoner","se-presenter"],"mobilisable_par":["professionnels"],"horaires_accueil":"Mo-Fr 08:30-12:30,14:00-17:00; PH off","volume_horaire_hebdomadaire":2,"nombre_semaines":3},
          {"source":"exemple","structure_id":"exemple--garage","id":"exemple--velo","nom":"Prêt de vélos","description":"Un vélo pour trois mois.","date_maj":"2023-01-01","thematiques":["mobilite--acceder-a-un-vehicule"],"frais":"gratuit","code_insee":"46102"},
          {"source":"exemple","structure_id":"exemple--maison","id":"exemple--permis","nom":"Bourse au permis de conduire","description":"Une aide au financement du permis, contre quelques heures données à une association.","date_maj":"2026-09-01","type":"aide-financiere","thematiques":["mobilite--preparer-un-permis","mobilite--financer-ma-mobilite"],"frais":"gratuit","publics":["jeunes"],"commune":"Toulouse","code_postal":"31000","code_insee":"31555","modes_accueil":["en-presentiel","a-distance"],"zone_eligibilite":["france"],"courriel":"permis@exemple.test"},
          {"source":"exemple","structure_id":"exemple--maison","id":"exemple--engager","nom":"Essayer le bénévolat","description":"Trouver une association près de chez soi.","date_maj":"2026-09-01","thematiques":["remobilisation--benevolat-action-citoyenne"],"frais":"gratuit","publics":["tous-publics"],"commune":"Toulouse","code_insee":"31555","modes_accueil":["en-presentiel"]}
        ]
        """;

    /// <summary>The first two lines of the list.</summary>
    public static string StructuresAlone => string.Join('\n', Json.Split('\n').Take(3)).TrimEnd().TrimEnd(',') + "]";

    /// <summary>The same list with a sheet whose thématique is misspelt, and one that lacks its description.</summary>
    public static string WithFaults => Json.TrimEnd().TrimEnd(']') +
        """
        ,{"source":"exemple","structure_id":"exemple--maison","id":"exemple--faute","nom":"Thématique mal écrite","description":"Une faute de frappe.","date_maj":"2026-09-01","thematiques":["mobilite--preparer-un-permi"]},
         {"source":"exemple","structure_id":"exemple--maison","id":"exemple--manque","nom":"Sans description","date_maj":"2026-09-01"}]
        """;
}
