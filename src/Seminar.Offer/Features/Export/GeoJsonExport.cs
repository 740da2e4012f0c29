using System.Text.Json;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>Points with the fields as their properties (RFC 7946); a sheet without a place has no geometry.</summary>
internal static class GeoJsonExport
{
    public static void Write(Stream target, SheetKind kind, IEnumerable<Sheet> sheets)
    {
        using var writer = new Utf8JsonWriter(target, JsonExport.Plain);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (var sheet in sheets)
        {
            Write(writer, sheet);
            writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Sheet sheet)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WritePropertyName("geometry");
        if (sheet.Number("longitude") is { } longitude && sheet.Number("latitude") is { } latitude)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WriteStartArray("coordinates");
            writer.WriteNumberValue(longitude);
            writer.WriteNumberValue(latitude);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WritePropertyName("properties");
        sheet.Write(writer);
        writer.WriteEndObject();
    }
}
