using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Seminar.Contracts;

namespace Seminar.Workshops;

/// <summary>
/// Compares JSON with the types of the seed format and lists every fault with its line and path. The serializer
/// stops at the first one, speaks English, and lets a null into a list.
/// </summary>
internal sealed class SeedStructure(ReadOnlyMemory<byte> json, JsonSerializerOptions options)
{
    private const int DeepestNesting = 64;

    private readonly List<Refusal> _faults = [];

    /// <returns>The faults; none when the serializer can read it.</returns>
    public IReadOnlyList<Refusal> Check(Type type)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            reader.Read();
            Value(ref reader, type, mayBeNull: false, "$");
            reader.Read();
            return RefusalList.Of(_faults);
        }
        catch (JsonException exception)
        {
            return [Malformed(exception, reader.CurrentDepth)];
        }
    }

    private void Value(ref Utf8JsonReader reader, Type type, bool mayBeNull, string path)
    {
        if (reader.TokenType == JsonTokenType.Null && mayBeNull)
        {
            return;
        }

        var shape = options.GetTypeInfo(type);
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when reader.TokenType == JsonTokenType.StartObject:
                Object(ref reader, shape, path);
                break;
            case JsonTypeInfoKind.Enumerable when reader.TokenType == JsonTokenType.StartArray:
                List(ref reader, shape.ElementType!, path);
                break;
            case JsonTypeInfoKind.None when SeedValue.IsGood(ref reader, type):
                break;
            default:
                Add(reader.TokenStartIndex, path, $"{SeedValue.Expected(shape)} est attendu, mais {SeedValue.Found(ref reader)} est écrit.");
                reader.Skip();
                break;
        }
    }

    private void Object(ref Utf8JsonReader reader, JsonTypeInfo shape, string path)
    {
        var start = reader.TokenStartIndex;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            Property(ref reader, shape, path, seen);
        }

        foreach (var missing in shape.Properties.Where(property => !seen.Contains(property.Name)))
        {
            Add(start, path, $"la propriété «\u00A0{missing.Name}\u00A0» manque.");
        }
    }

    private void Property(ref Utf8JsonReader reader, JsonTypeInfo shape, string path, HashSet<string> seen)
    {
        var start = reader.TokenStartIndex;
        var name = SeedValue.Text(ref reader) ?? "\uFFFD";
        var shown = TextRules.Shorten(name);
        reader.Read();

        if (shape.Properties.FirstOrDefault(property => property.Name == name) is not { } known)
        {
            var expected = string.Join(", ", shape.Properties.Select(property => property.Name));
            Add(start, path, $"la propriété «\u00A0{shown}\u00A0» est inconnue\u00A0; les propriétés attendues sont\u00A0: {expected}.");
            reader.Skip();
            return;
        }

        if (!seen.Add(name))
        {
            Add(start, path, $"la propriété «\u00A0{shown}\u00A0» est écrite plusieurs fois\u00A0; une fois est attendue.");
        }

        Value(ref reader, known.PropertyType, known.AssociatedParameter?.IsNullable ?? known.IsSetNullable, $"{path}.{name}");
    }

    private void List(ref Utf8JsonReader reader, Type element, string path)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            Value(ref reader, element, mayBeNull: false, $"{path}[{index}]");
        }
    }

    private void Add(long position, string path, string fault)
    {
        if (_faults.Count > RefusalList.Longest)
        {
            return;
        }

        var line = json.Span[..(int)position].Count((byte)'\n') + 1;
        _faults.Add(new Refusal(path, $"Ligne {line.ToString(CultureInfo.InvariantCulture)}\u00A0: {fault}"));
    }

    private Refusal Malformed(JsonException exception, int depth)
    {
        var line = (int)(exception.LineNumber ?? 0) + 1;
        var start = StartOf(line);
        var fault = Math.Min(start + (int)(exception.BytePositionInLine ?? 0), json.Length);
        var opens = fault < json.Length && json.Span[fault] is (byte)'[' or (byte)'{';

        // The reader counts bytes, an editor counts characters.
        var column = Encoding.UTF8.GetCharCount(json.Span[start..fault]) + 1;
        return new("", $"Ligne {line}, colonne {column}\u00A0: " + (opens && depth >= DeepestNesting - 1
            ? $"les listes et les objets sont emboîtés trop profondément\u00A0; {DeepestNesting} niveaux au plus sont permis."
            : "le JSON est mal formé\u00A0; vérifiez les virgules, les guillemets, les accolades et les crochets."));
    }

    private int StartOf(int line)
    {
        var start = 0;
        for (var passed = 1; passed < line; passed++)
        {
            start += json.Span[start..].IndexOf((byte)'\n') + 1;
        }

        return start;
    }
}
