using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>A list of records, as the open data of data·inclusion.</summary>
internal static class JsonExport
{
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Stream target, SheetKind kind, IEnumerable<Sheet> sheets)
    {
        using var writer = new Utf8JsonWriter(target, Plain);
        writer.WriteStartArray();
        foreach (var sheet in sheets)
        {
            sheet.Write(writer);
            writer.Flush();
        }

        writer.WriteEndArray();
    }
}
