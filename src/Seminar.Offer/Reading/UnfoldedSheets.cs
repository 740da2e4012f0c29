using System.Text.Json;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Reading;

/// <summary>Sheets of a workbook that was unfolded into lines.</summary>
internal static class UnfoldedSheets
{
    public static IEnumerable<RawSheet> Read(Stream stream, ICollection<string> remarks)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement is { ValueKind: JsonValueKind.Array } sheet)
            {
                yield return new RawSheet((SheetKind)sheet[0].GetInt32(), sheet[1].GetInt32(), sheet[2].EnumerateObject().ToDictionary(field => field.Name, field => ValueOf(field.Value)));
            }
            else if (json.RootElement.TryGetProperty(UnfoldedLines.Refusal, out var refusal))
            {
                throw new SheetsUnreadableException(refusal.GetString()!);
            }
            else
            {
                remarks.Add(json.RootElement.GetProperty(UnfoldedLines.Remark).GetString()!);
            }
        }
    }

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value[0].GetDateTime(),
        _ => value.GetString()!,
    };
}
