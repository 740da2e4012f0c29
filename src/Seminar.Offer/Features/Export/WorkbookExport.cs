using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>The workbook of the « valideur »: names of the fields in the first line, « __ignore__ » in the first column, lists with commas.</summary>
internal static class WorkbookExport
{
    public static void Write(Stream target, IReadOnlyList<Leaf> leaves) => target.SaveAs(
        leaves.ToDictionary(leaf => leaf.Kind == SheetKind.Service ? "Services" : "Structures", leaf => leaf.Sheets.Any() ? leaf.Sheets.Select(sheet => Row(leaf.Kind, sheet)) : (object)Titles(leaf.Kind)),
        configuration: new OpenXmlConfiguration { FastMode = false, AutoFilter = false, EnableWriteNullValueCell = false });

    private static Dictionary<string, object?> Row(SheetKind kind, Sheet sheet)
    {
        var row = new Dictionary<string, object?> { ["__ignore__"] = null };
        foreach (var field in Fields.Of(kind))
        {
            row[field.Name] = sheet.Values.GetValueOrDefault(field.Name) is IReadOnlyList<string> list ? string.Join(", ", list) : sheet.Values.GetValueOrDefault(field.Name);
        }

        return row;
    }

    /// <summary>A list of nothing still has its titles.</summary>
    private static DataTable Titles(SheetKind kind)
    {
        var table = new DataTable();
        table.Columns.Add("__ignore__");
        foreach (var field in Fields.Of(kind))
        {
            table.Columns.Add(field.Name);
        }

        return table;
    }
}
