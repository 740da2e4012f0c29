namespace Seminar.Ui;

/// <summary>The acronyms of the field, explained.</summary>
public static class Glossary
{
    /// <summary>Every entry, in alphabetical order.</summary>
    public static IReadOnlyList<GlossaryEntry> Entries { get; } =
    [
        new("AFPA", "Agence nationale pour la formation professionnelle des adultes", "Organisme public qui forme à un métier."),
        new("ARML", "Association régionale des Missions Locales", "Elle réunit et anime les Missions Locales d’une région."),
        new("CCAS", "Centre communal d’action sociale", "Service de la commune qui aide les habitants en difficulté."),
        new("CEJ", "Contrat d’engagement jeune", "Parcours intensif de 6 à 12 mois vers l’emploi, avec une allocation possible."),
        new("CFA", "Centre de formation d’apprentis", "École où l’apprenti se forme entre ses périodes en entreprise."),
        new("CIP", "Conseiller en insertion professionnelle", "La personne qui accompagne le jeune à la Mission Locale."),
        new("CPAM", "Caisse primaire d’assurance maladie", "Elle rembourse les soins et ouvre les droits à la santé."),
        new("E2C", "École de la 2e chance", "Elle prépare à un métier des jeunes sortis de l’école sans diplôme."),
        new("EPIDE", "Établissement pour l’insertion dans l’emploi", "Internat qui prépare des jeunes à l’emploi et à la vie en société."),
        new("ER2C", "École régionale de la 2e chance", "Elle prépare à un métier des jeunes sortis de l’école sans diplôme."),
        new("FJT", "Foyer de jeunes travailleurs", "Logement meublé pour les jeunes qui commencent à travailler."),
        new("GJ", "Garantie jeunes", "Accompagnement avec allocation, remplacé par le CEJ en 2022."),
        new("IAE", "Insertion par l’activité économique", "Emplois accompagnés pour des personnes éloignées du travail."),
        new("MDS", "Maison départementale des solidarités", "Service social du département, près de chez soi."),
        new("OPCO", "Opérateur de compétences", "Il finance la formation et l’apprentissage dans une branche de métiers."),
        new("PACEA", "Parcours contractualisé d’accompagnement vers l’emploi et l’autonomie", "Le cadre commun de l’accompagnement en Mission Locale."),
        new("PEC", "Parcours emploi compétences", "Contrat aidé : un emploi, une formation et un accompagnement."),
        new("PMSMP", "Période de mise en situation en milieu professionnel", "Quelques jours en entreprise pour découvrir un métier ou confirmer un projet."),
        new("POEC", "Préparation opérationnelle à l’emploi collective", "Formation courte d’un groupe, faite pour des emplois à pourvoir."),
        new("RQTH", "Reconnaissance de la qualité de travailleur handicapé", "Elle ouvre droit à des aides pour travailler avec un handicap."),
        new("RSA", "Revenu de solidarité active", "Revenu minimum, le plus souvent à partir de 25 ans."),
        new("RSE", "Responsabilité sociétale des entreprises", "Ce qu’une entreprise fait pour la société et l’environnement."),
        new("SMV", "Service militaire volontaire", "Formation à un métier dans un cadre militaire, pour les 18-25 ans."),
        new("SPE", "Service public de l’emploi", "L’ensemble des organismes publics qui aident à trouver un emploi."),
        new("SPIE", "Service public de l’insertion et de l’emploi", "La coopération locale de ceux qui accompagnent vers l’emploi."),
        new("SST", "Sauveteur secouriste du travail", "Personne formée aux premiers secours dans l’entreprise."),
        new("UIMM", "Union des industries et métiers de la métallurgie", "Organisation des entreprises de l’industrie."),
    ];
}

/// <summary>An acronym.</summary>
/// <param name="Acronym">The letters.</param>
/// <param name="Expansion">What they stand for.</param>
/// <param name="Meaning">What it is, in one plain sentence.</param>
public sealed record GlossaryEntry(string Acronym, string Expansion, string Meaning)
{
    /// <summary>Fragment of the entry on the glossary page.</summary>
    public string Anchor => Acronym.ToLowerInvariant();
}
