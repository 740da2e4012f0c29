using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Seminar.Contracts.Workshops;

/// <summary>The JSON of the seed files: the one format of import, export and API.</summary>
public static class SeedJson
{
    /// <summary>
    /// Options that write the seed format (camel case, accents as they are, indented) and read it strictly: an unknown
    /// property, a missing one or a null where none is allowed is an error.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            WriteIndented = true,
            TypeInfoResolver = SeedJsonContext.Default,
        };
        options.Converters.Add(new HourAndMinute());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The seeds write a time of day as <c>10:45</c>; the default would add the seconds.</summary>
    private sealed class HourAndMinute : JsonConverter<TimeOnly>
    {
        private const string Format = "HH:mm";

        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
    }
}

[JsonSerializable(typeof(WorkshopDocument))]
[JsonSerializable(typeof(SeminarDocument))]
internal sealed partial class SeedJsonContext : JsonSerializerContext;
