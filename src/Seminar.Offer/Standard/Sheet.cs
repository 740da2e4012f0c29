using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Seminar.Offer.Standard;

/// <summary>A structure or a service, as data·inclusion describes it.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Values">By field: a <see cref="string"/>, a <see cref="double"/> or a list of texts; what is not known is not there.</param>
public sealed record Sheet(SheetKind Kind, IReadOnlyDictionary<string, object> Values)
{
    private const string ContactField = "contact_nom_prenom";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Id => Text("id")!;

    /// <summary>A professional whom one may ask for, or null.</summary>
    public string? Contact => Text(ContactField);

    public string Name => Text("nom")!;

    public string? Text(string field) => Values.GetValueOrDefault(field) as string;

    public double? Number(string field) => Values.GetValueOrDefault(field) is double number ? number : null;

    public IReadOnlyList<string> List(string field) => Values.GetValueOrDefault(field) as IReadOnlyList<string> ?? [];

    /// <summary>The sheet as anyone may read it: the name of a professional whom it gives as a contact is for the team.</summary>
    public Sheet ForEveryone() => Values.ContainsKey(ContactField) ? this with { Values = Values.Where(value => value.Key != ContactField).ToDictionary() } : this;

    /// <summary>The sheet as the standard's JSON, fields in their order.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            Write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var field in Fields.Of(Kind))
        {
            if (Values.TryGetValue(field.Name, out var value))
            {
                Write(writer, field.Name, value);
            }
        }

        writer.WriteEndObject();
    }

    public static Sheet FromJson(SheetKind kind, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Sheet(kind, document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ValueKind switch
        {
            JsonValueKind.Number => property.Value.GetDouble(),
            JsonValueKind.Array => (IReadOnlyList<string>)[.. property.Value.EnumerateArray().Select(each => each.GetString()!)],
            _ => (object)property.Value.GetString()!,
        }));
    }

    private static void Write(Utf8JsonWriter writer, string field, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(field, text);
                break;
            case double number:
                writer.WriteNumber(field, number);
                break;
            case IReadOnlyList<string> list:
                writer.WriteStartArray(field);
                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
        }
    }
}
