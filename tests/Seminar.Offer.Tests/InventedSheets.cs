using System.Globalization;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Sheets of all kinds, each field present or not: what an export must bring back.</summary>
internal static class InventedSheets
{
    private static readonly string[] Words = ["emploi", "l’été", "à 9 h ; « sur place », puis", "=2+2", "-50 %", "+33 5", "'cité'", "''Atelier''", "'=1", "ligne\nsuivante", "\"mot\"", "œuvre", "e\u0301", "🚲", "<b>", "C:\\x", "@ici"];

    public static List<Sheet> Many(SheetKind kind, int count)
    {
        var random = new Random(20261124 + (int)kind);
        return [.. Enumerable.Range(0, count).Select(number => One(kind, number, random))];
    }

    private static Sheet One(SheetKind kind, int number, Random random)
    {
        var values = new Dictionary<string, object>();
        foreach (var field in Fields.Of(kind).Where(field => field.IsRequired || random.Next(3) > 0))
        {
            values[field.Name] = field.Name switch
            {
                "source" => "exemple",
                "id" => $"exemple--{(kind == SheetKind.Service ? "service" : "structure")}-{number}",
                "structure_id" => $"exemple--structure-{random.Next(5)}",
                _ => Value(field, random),
            };
        }

        // They come together, or not at all: GeoJSON cannot say otherwise.
        if (values.ContainsKey("longitude") != values.ContainsKey("latitude"))
        {
            values.Remove("longitude");
            values.Remove("latitude");
        }

        return new Sheet(kind, values);
    }

    private static object Value(Field field, Random random) => field.Kind switch
    {
        FieldKind.Link => One(random, "https://exemple.test/a?b=c;d", "http://exemple.test/été"),
        FieldKind.Email => "accueil@exemple.test",
        FieldKind.Telephone => One(random, "0500000000", "+33500000000", "3949"),
        FieldKind.Day => new DateOnly(2001, 1, 1).AddDays(random.Next(9000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldKind.Siret => One(random, "35600000000048", "00000000000000"),
        FieldKind.PostalCode => One(random, "09000", "31000", "97400"),
        FieldKind.Insee => One(random, "31555", "46102", "2A004", "97411"),
        FieldKind.Longitude => Math.Round((random.NextDouble() * 360) - 180, 6),
        FieldKind.Latitude => Math.Round((random.NextDouble() * 180) - 90, 6),
        FieldKind.Number => random.Next(70) / 2.0,
        FieldKind.WholeNumber => (double)random.Next(1, 60),
        FieldKind.Choice => One(random, [.. Nomenclature.Of(field.Name).Values.Select(each => each.Value)]),
        FieldKind.Choices => Some(random, [.. Nomenclature.Of(field.Name).Values.Select(each => each.Value).Where(value => value != "tous-publics")]),
        FieldKind.Zones => Some(random, ["france", "31", "31555", "200067361", "2A"]),
        FieldKind.Hours => One(random, "Mo-Fr 08:30-12:30,14:00-17:00", "24/7", "Mo-Sa 09:00-18:00; PH off"),
        _ => string.Join(' ', Enumerable.Range(0, random.Next(2, 7)).Select(_ => One(random, Words))),
    };

    private static string One(Random random, params string[] values) => values[random.Next(values.Length)];

    /// <summary>Never none: a list of nothing says no more than no list, and is not kept.</summary>
    private static IReadOnlyList<string> Some(Random random, string[] values)
    {
        random.Shuffle(values);
        return [.. values.Take(random.Next(1, Math.Min(5, values.Length)))];
    }
}
