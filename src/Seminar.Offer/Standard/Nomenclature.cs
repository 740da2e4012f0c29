using System.Collections.Frozen;
using Seminar.Offer.Reference;
using Seminar.Tables;

namespace Seminar.Offer.Standard;

/// <summary>The values that data·inclusion permits, with their French labels.</summary>
internal static class Nomenclature
{
    private static readonly Lazy<FrozenDictionary<string, Choices>> ByField = new(Read);

    /// <summary>The permitted values of a field, in the order of the standard.</summary>
    public static Choices Of(string field) => ByField.Value[field];

    /// <summary>The French label of a value; the value itself when it is not known.</summary>
    public static string Label(string field, string value) => Of(field).Labels.GetValueOrDefault(value, value);

    /// <summary>The heading of a category of thématiques: <c>mobilite</c> reads « Mobilité ».</summary>
    public static string Category(string slug) => Categories.GetValueOrDefault(slug, slug);

    /// <summary>The categories of the thématiques; the standard names them by their slugs alone.</summary>
    public static IReadOnlyDictionary<string, string> Categories { get; } = new Dictionary<string, string>
    {
        ["choisir-un-metier"] = "Choisir un métier",
        ["creer-une-entreprise"] = "Créer une entreprise",
        ["difficultes-administratives-ou-juridiques"] = "Difficultés administratives ou juridiques",
        ["difficultes-financieres"] = "Difficultés financières",
        ["equipement-et-alimentation"] = "Équipement et alimentation",
        ["famille"] = "Famille",
        ["lecture-ecriture-calcul"] = "Lecture, écriture, calcul",
        ["logement-hebergement"] = "Logement et hébergement",
        ["mobilite"] = "Mobilité",
        ["numerique"] = "Numérique",
        ["preparer-sa-candidature"] = "Préparer sa candidature",
        ["remobilisation"] = "Remobilisation",
        ["sante"] = "Santé",
        ["se-former"] = "Se former",
        ["souvrir-a-linternational"] = "S’ouvrir à l’international",
        ["trouver-un-emploi"] = "Trouver un emploi",
    };

    private static FrozenDictionary<string, Choices> Read() => ReferenceFile.Read("nomenclature")
        .GroupBy(line => line[0])
        .ToFrozenDictionary(group => group.Key, group => new Choices([.. group.Select(line => (line[1], line[2]))]));
}

/// <summary>What a field may hold.</summary>
internal sealed class Choices(IReadOnlyList<(string Value, string Label)> values)
{
    public IReadOnlyList<(string Value, string Label)> Values => values;

    public FrozenDictionary<string, string> Labels { get; } = values.ToFrozenDictionary(each => each.Value, each => each.Label);

    /// <summary>By slug or by label: people write both.</summary>
    public PermittedValues Permitted { get; } = new(values.SelectMany(each => new[] { (each.Value, each.Value), (each.Value, each.Label) }));
}
