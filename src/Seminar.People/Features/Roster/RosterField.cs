using Seminar.Contracts.Reference;

namespace Seminar.People.Features.Roster;

/// <summary>What a roster can tell of a person, with the titles that people give it.</summary>
internal sealed record RosterField(string Key, string Label, params IReadOnlyList<string> Titles)
{
    public static IReadOnlyList<RosterField> All { get; } =
    [
        new("famille", "Famille", "famille", "badge", "type", "catégorie", "profil", "vous êtes"),
        new("prenom", "Prénom", "prénom"),
        new("nom", "Nom", "nom", "nom de famille", "nom d'usage"),
        new("organisation", "Organisation", "organisation", "structure", "organisme", "employeur", "entreprise", "mission locale"),
        new("fonction", "Fonction", "fonction", "poste", "métier", "emploi"),
        new("departement", "Département", "département", "dept", "dpt", "code département", "territoire"),
        new("courriel", "Courriel", "courriel", "mail", "e-mail", "email", "adresse mail", "adresse électronique"),
        new("temoin", "Témoin", "témoin", "témoigne", "intervenant"),
        new("atelier", "Atelier attribué", "atelier attribué", "atelier", "affectation", "place"),
        new("voeux", "Vœux (dans une seule colonne)", "vœux", "voeux", "choix"),
        new("voeu1", "Premier vœu", "vœu 1", "voeu 1", "choix 1", "premier vœu", "1er vœu", "1er choix"),
        new("voeu2", "Deuxième vœu", "vœu 2", "voeu 2", "choix 2", "deuxième vœu", "2e vœu", "2e choix"),
        new("voeu3", "Troisième vœu", "vœu 3", "voeu 3", "choix 3", "troisième vœu", "3e vœu", "3e choix"),
    ];

    /// <summary>Which column each field is likely to be; a column serves once.</summary>
    public static IReadOnlyDictionary<string, int> Guess(IReadOnlyList<string> header)
    {
        var titles = header.Select(Plain).ToList();
        var guessed = new Dictionary<string, int>();
        foreach (var field in All)
        {
            var known = field.Titles.Select(Plain).ToHashSet();
            var column = titles.FindIndex(title => known.Contains(title));
            if (column >= 0 && !guessed.ContainsValue(column))
            {
                guessed[field.Key] = column;
            }
        }

        return guessed;
    }

    private static string Plain(string title) =>
        string.Join(' ', PlaceNames.Plain(title).ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Split([' ', '_', '.', ':', '*'], StringSplitOptions.RemoveEmptyEntries));
}
