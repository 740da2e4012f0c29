using MiniExcelLibs;
using Seminar.Contracts.Pages;

namespace Seminar.Offer.Reading;

/// <summary>Sheets of the workbook of data·inclusion’s « valideur »: a leaf of structures, one of services. Formulas are never evaluated.</summary>
internal static class WorkbookSheets
{
    public const int MostBytes = 50 * 1024 * 1024;

    public const string TooBig = "Ce classeur est trop gros\u00A0: 50 Mo au plus. Une longue liste vient en CSV ou en JSON.";

    private static readonly string[] Leaves = ["structures", "services"];

    public static IEnumerable<RawSheet> Read(byte[] content, ICollection<string> remarks)
    {
        if (OfficeUpload.WhyRefused(content) is { } refusal)
        {
            throw new SheetsUnreadableException(refusal);
        }

        using var workbook = new MemoryStream(content, writable: false);
        var names = MiniExcel.GetSheetNames(workbook);
        var leaves = names.Where(name => Leaves.Contains(name.Trim().ToLowerInvariant())).ToList();
        foreach (var leaf in leaves.Count == 0 ? names.Take(1) : leaves)
        {
            workbook.Position = 0;
            SheetHeader? header = null;
            var line = 0;
            foreach (var row in workbook.Query(useHeaderRow: false, sheetName: leaf))
            {
                line++;
                var cells = ((IDictionary<string, object?>)row).Values.ToList();
                if (header is null)
                {
                    header = SheetHeader.OfLeaf(leaf, cells, remarks);
                }
                else if (header.Sheet(line, cells) is { } sheet)
                {
                    yield return sheet;
                }
            }
        }
    }
}
