using System.Globalization;
using System.Text;
using System.Text.Json;
using Seminar.Offer.Standard;
using Seminar.Tables;

namespace Seminar.Offer.Features.Export;

/// <summary>A table, a column a field; lists are written as JSON, which no value can break.</summary>
internal static class CsvExport
{
    public static void Write(Stream target, SheetKind kind, IEnumerable<Sheet> sheets)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.Write(CsvRow.Write(Fields.Of(kind).Select(field => field.Name)));
        foreach (var sheet in sheets)
        {
            writer.Write(CsvRow.Write(Fields.Of(kind).Select(field => sheet.Values.GetValueOrDefault(field.Name) switch
            {
                IReadOnlyList<string> list => JsonSerializer.Serialize(list),
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                var value => value,
            })));
        }
    }
}
