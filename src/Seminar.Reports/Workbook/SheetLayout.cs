namespace Seminar.Reports.Workbook;

/// <summary>The sheets of a seminar's workbook and their columns: a sheet a kind of thing. Export and import share them.</summary>
internal static class SheetLayout
{
    public static readonly Sheet Seminar = new("Séminaire", ["Champ", "Valeur"]);
    public static readonly Sheet Objectives = new("Objectifs", ["N°", "Objectif"]);
    public static readonly Sheet Badges = new("Badges", ["N°", "Couleur", "Famille"]);
    public static readonly Sheet Programme = new("Programme", ["N°", "Thématique"]);
    public static readonly Sheet Synthesis = new("Synthèse", ["Genre", "N°", "Texte", "Face à"]);
    public static readonly Sheet Workshops = new("Ateliers",
        ["Thématique", "N°", "Titre", "Salle", "Étage", "Contexte", "Jeunes", "Partenaires", "Missions Locales", "Total annoncé"]);
    public static readonly Sheet Questions = new("Questions", ["Thématique", "N°", "Question"]);
    public static readonly Sheet Team = new("Équipe", ["Thématique", "N°", "Rôle", "Fonction", "Organisation", "Département"]);
    public static readonly Sheet Witnesses = new("Témoins", ["Thématique", "N°", "Famille", "Fonction", "Organisation", "Département"]);
    public static readonly Sheet Columns = new("Colonnes", ["Thématique", "Colonne"]);
    public static readonly Sheet Headings = new("Sous-thèmes", ["Thématique", "Colonne", "N°", "Sous-thème", "Introduction"]);
    public static readonly Sheet Notes = new("Notes", ["Thématique", "Colonne", "Sous-thème n°", "Sous-thème", "N°", "Note"]);
    public static readonly Sheet Axes = new("Axes", ["Thématique", "N°", "Axe"]);
    public static readonly Sheet Proposals = new("Propositions", ["Thématique", "Axe n°", "Axe", "N°", "Proposition"]);
    public static readonly Sheet Quotes = new("Citations", ["Thématique", "N°", "Qui", "Citation"]);

    /// <summary>All of them, in their order.</summary>
    public static readonly IReadOnlyList<Sheet> All =
        [Seminar, Objectives, Badges, Programme, Synthesis, Workshops, Questions, Team, Witnesses, Columns, Headings, Notes, Axes, Proposals, Quotes];
}

/// <summary>A sheet: its name and the titles of its columns.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<string> Columns);
