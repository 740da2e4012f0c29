namespace Seminar.Offer.Standard;

/// <summary>The fields of data·inclusion v1.0.8 (GIP Plateforme de l’inclusion, Licence Ouverte 2.0), in the order in which they are written.</summary>
internal static class Fields
{
    public static IReadOnlyList<Field> OfStructure { get; } =
    [
        new("source", "Source", FieldKind.Text, true),
        new("id", "Identifiant", FieldKind.Text, true),
        new("nom", "Nom", FieldKind.Name, true),
        new("date_maj", "Mise à jour", FieldKind.Day, true),
        new("description", "Description", FieldKind.Description),
        new("lien_source", "Fiche d’origine", FieldKind.Link),
        new("siret", "SIRET", FieldKind.Siret),
        .. Place,
        new("telephone", "Téléphone", FieldKind.Telephone),
        new("courriel", "Courriel", FieldKind.Email),
        new("horaires_accueil", "Horaires d’accueil", FieldKind.Hours),
        new("site_web", "Site", FieldKind.Link),
        new("accessibilite_lieu", "Accessibilité du lieu", FieldKind.Link),
        new("reseaux_porteurs", "Réseaux porteurs", FieldKind.Choices),
    ];

    public static IReadOnlyList<Field> OfService { get; } =
    [
        new("source", "Source", FieldKind.Text, true),
        new("structure_id", "Identifiant de la structure", FieldKind.Text, true),
        new("id", "Identifiant", FieldKind.Text, true),
        new("nom", "Nom", FieldKind.Name, true),
        new("description", "Description", FieldKind.Description, true),
        new("date_maj", "Mise à jour", FieldKind.Day, true),
        new("lien_source", "Fiche d’origine", FieldKind.Link),
        new("type", "Type de service", FieldKind.Choice),
        new("thematiques", "Thématiques", FieldKind.Choices),
        new("frais", "Frais", FieldKind.Choice),
        new("frais_precisions", "Précisions sur les frais", FieldKind.Text),
        new("publics", "Publics", FieldKind.Choices),
        new("publics_precisions", "Précisions sur les publics", FieldKind.Text),
        new("conditions_acces", "Conditions d’accès", FieldKind.Text),
        .. Place,
        new("telephone", "Téléphone", FieldKind.Telephone),
        new("courriel", "Courriel", FieldKind.Email),
        new("modes_accueil", "Modes d’accueil", FieldKind.Choices),
        new("zone_eligibilite", "Zone d’éligibilité", FieldKind.Zones),
        new("contact_nom_prenom", "Personne à contacter", FieldKind.Text),
        new("modes_mobilisation", "Comment le mobiliser", FieldKind.Choices),
        new("lien_mobilisation", "Lien pour le mobiliser", FieldKind.Link),
        new("mobilisable_par", "Mobilisable par", FieldKind.Choices),
        new("mobilisation_precisions", "Précisions sur la mobilisation", FieldKind.Text),
        new("volume_horaire_hebdomadaire", "Heures par semaine", FieldKind.Number),
        new("nombre_semaines", "Semaines", FieldKind.WholeNumber),
        new("horaires_accueil", "Horaires d’accueil", FieldKind.Hours),
    ];

    /// <summary>Fields that may be absent, yet not an empty list.</summary>
    public static IReadOnlySet<string> NeverEmptyLists { get; } = new HashSet<string> { "publics", "modes_mobilisation", "mobilisable_par", "zone_eligibilite" };

    private static Field[] Place =>
    [
        new("commune", "Commune", FieldKind.Text),
        new("code_postal", "Code postal", FieldKind.PostalCode),
        new("code_insee", "Code de la commune", FieldKind.Insee),
        new("adresse", "Adresse", FieldKind.Text),
        new("complement_adresse", "Complément d’adresse", FieldKind.Text),
        new("longitude", "Longitude", FieldKind.Longitude),
        new("latitude", "Latitude", FieldKind.Latitude),
    ];

    private static readonly HashSet<string> NamesOfStructure = [.. OfStructure.Select(field => field.Name)];

    private static readonly HashSet<string> NamesOfService = [.. OfService.Select(field => field.Name)];

    /// <summary>Which kind of sheet fields of these names make. A service that forgets its structure is a service all the same.</summary>
    public static SheetKind KindOf(IReadOnlyCollection<string> names)
    {
        // Former versions of the standard gave structures a type and thématiques too.
        if (names.Contains("structure_id"))
        {
            return SheetKind.Service;
        }

        return !names.Any(name => NamesOfStructure.Contains(name) && !NamesOfService.Contains(name)) && names.Any(name => NamesOfService.Contains(name) && !NamesOfStructure.Contains(name))
            ? SheetKind.Service
            : SheetKind.Structure;
    }

    public static IReadOnlyList<Field> Of(SheetKind kind) => kind == SheetKind.Structure ? OfStructure : OfService;
}
