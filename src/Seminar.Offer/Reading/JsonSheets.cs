using System.Text.Json;
using System.Text.RegularExpressions;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Reading;

/// <summary>
/// Sheets of a JSON file: a list of records, a page of the API (<c>items</c>), our own export (<c>structures</c> and <c>services</c>) or a
/// GeoJSON (<c>features</c>). A service may carry its structure within.
/// </summary>
internal static partial class JsonSheets
{
    private static readonly string[] Lists = ["items", "features", "structures", "services"];

    public static IEnumerable<RawSheet> Read(Stream stream)
    {
        var given = new HashSet<string>();
        var line = 0;
        foreach (var (list, element) in JsonElements.Of(stream, Lists))
        {
            line++;
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw new SheetsUnreadableException($"L’élément {line} de ce fichier n’est pas une fiche.");
            }

            var fields = FieldsOf(element);
            if (element.TryGetProperty("structure", out var structure) && structure.ValueKind == JsonValueKind.Object
                && structure.TryGetProperty("id", out var id) && given.Add(id.ToString()))
            {
                yield return new RawSheet(SheetKind.Structure, line, Values(structure));
            }

            yield return new RawSheet(KindOf(list, fields), line, IsFeature(element) ? WithPoint(Values(fields), element) : Values(fields));
        }
    }

    private static SheetKind KindOf(string? list, JsonElement fields) => list switch
    {
        "services" => SheetKind.Service,
        "structures" => SheetKind.Structure,
        _ => Fields.KindOf([.. fields.EnumerateObject().Select(field => field.Name)]),
    };

    private static bool IsFeature(JsonElement element) => element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Feature");

    /// <summary>A GeoJSON keeps the fields apart from the point.</summary>
    private static JsonElement FieldsOf(JsonElement element) =>
        IsFeature(element) && element.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties : element;

    private static Dictionary<string, object> WithPoint(Dictionary<string, object> values, JsonElement element)
    {
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
        JsonValueKind.String => Text(value),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => value.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.String ? Text(each) : each.ToString()).ToList(),
        _ => null,
    };

    /// <summary>A cut emoji leaves half a letter, which is no text: it becomes the sign for what cannot be read.</summary>
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            using var mended = JsonDocument.Parse(HalfALetter().Replace(value.GetRawText(), "\\ufffd"));
            return mended.RootElement.GetString()!;
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfALetter();
}
