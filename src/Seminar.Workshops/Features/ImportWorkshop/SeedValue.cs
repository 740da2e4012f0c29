using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Seminar.Workshops;

/// <summary>The simple values of the seed format: texts, whole numbers, times of day, words of a vocabulary.</summary>
internal static class SeedValue
{
    public static bool IsGood(ref Utf8JsonReader reader, Type type)
    {
        if (type == typeof(int))
        {
            return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _);
        }

        if (reader.TokenType != JsonTokenType.String || Text(ref reader) is not { } text)
        {
            return false;
        }

        return type == typeof(TimeOnly) ? TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : !type.IsEnum || WordsOf(type).Contains(text);
    }

    public static string Expected(JsonTypeInfo shape)
    {
        var type = shape.Type;
        return shape.Kind == JsonTypeInfoKind.Object ? "un objet"
            : shape.Kind == JsonTypeInfoKind.Enumerable ? "un tableau"
            : type == typeof(int) ? "un nombre entier"
            : type == typeof(TimeOnly) ? "un horaire comme \"10:45\""
            : type.IsEnum ? $"un mot parmi {string.Join(", ", WordsOf(type).Select(word => $"«\u00A0{word}\u00A0»"))}"
            : "un texte";
    }

    public static string Found(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "un objet",
        JsonTokenType.StartArray => "un tableau",
        JsonTokenType.String => Text(ref reader) is { } text ? $"«\u00A0{TextRules.Shorten(text)}\u00A0»" : "un texte illisible",
        _ => TextRules.Shorten(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    /// <returns>The text, or null when an escape in it stands for no character (<c>\ud800</c> alone).</returns>
    public static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> WordsOf(Type vocabulary) =>
        vocabulary.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name);
}
