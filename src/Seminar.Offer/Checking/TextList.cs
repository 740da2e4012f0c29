using System.Text.Json;

namespace Seminar.Offer.Checking;

/// <summary>A list in one cell: <c>['a', 'b']</c> as Python writes it, <c>["a", "b"]</c> as JSON does, or <c>a, b</c>.</summary>
internal static class TextList
{
    public static IReadOnlyList<string> Read(string text)
    {
        if (!text.StartsWith('[') || !text.EndsWith(']'))
        {
            return text.Split([',', '|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        try
        {
            return JsonSerializer.Deserialize<List<string?>>(text)!.OfType<string>().ToList();
        }
        catch (JsonException)
        {
            // Python's quotation marks; numpy leaves the commas out.
            return text[1..^1].Split(["', '", "' '", "',", "'", "\"", ",", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }
}
