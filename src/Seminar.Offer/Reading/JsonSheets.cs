using System.Text.Json;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Reading;

/// <summary>
/// Sheets of a JSON file: a list of records, a page of the API (<c>items</c>), our own export (<c>structures</c> and <c>services</c>) or a
/// GeoJSON (<c>features</c>). A service may carry its structure within.
/// </summary>
internal static class JsonSheets
{
    private static readonly string[] Lists = ["items", "features", "structures", "services"];

    public static IEnumerable<RawSheet> Read(Stream stream)
    {
        var given = new HashSet<string>();
        var line = 0;
        foreach (var element in JsonElements.Of(stream, Lists))
        {
            line++;
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw new SheetsUnreadableException($"L’élément {line} de ce fichier n’est pas une fiche.");
            }

            var sheet = Flatten(element);
            if (element.TryGetProperty("structure", out var structure) && structure.ValueKind == JsonValueKind.Object
                && structure.TryGetProperty("id", out var id) && given.Add(id.ToString()))
            {
                yield return new RawSheet(SheetKind.Structure, line, Flatten(structure));
            }

            yield return new RawSheet(sheet.ContainsKey("structure_id") ? SheetKind.Service : SheetKind.Structure, line, sheet);
        }
    }

    private static Dictionary<string, object> Flatten(JsonElement element)
    {
        var isFeature = element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Feature");
        if (!isFeature)
        {
            return Values(element);
        }

        var values = element.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? Values(properties) : [];
        if (element.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
            && geometry.TryGetProperty("coordinates", out var point) && point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2)
        {
            values.TryAdd("longitude", Value(point[0])!);
            values.TryAdd("latitude", Value(point[1])!);
        }

        return values;
    }

    private static Dictionary<string, object> Values(JsonElement element)
    {
        var values = new Dictionary<string, object>();
        foreach (var property in element.EnumerateObject())
        {
            if (Value(property.Value) is { } value)
            {
                values[property.Name] = value;
            }
        }

        return values;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => value.EnumerateArray().Select(each => each.ToString()).ToList(),
        _ => null,
    };
}
