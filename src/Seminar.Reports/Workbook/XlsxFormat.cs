using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Seminar.Reports.Workbook;

/// <summary>One workbook, a sheet a kind of thing.</summary>
internal sealed class XlsxFormat : IDataFormat
{
    public string Key => "xlsx";

    public string Name => "Classeur (.xlsx), une feuille par genre de chose";

    public string Extension(bool isWhole) => "xlsx";

    public string MediaType(bool isWhole) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task WriteAsync(ISeminarSource source, Stream output, IProgress<int>? progress, CancellationToken cancel)
    {
        using var spool = await Spooling.FillAsync(source, progress, cancel);
        var sheets = new Dictionary<string, object>();
        foreach (var sheet in spool.Sheets)
        {
            sheets[sheet.Name] = new SheetReader(sheet, spool.Rows(sheet, cancel));
        }

        if (sheets.Count == 0)
        {
            sheets[SheetLayout.Workshops.Name] = new SheetReader(SheetLayout.Workshops, []);
        }

        output.SaveAs(sheets, configuration: new OpenXmlConfiguration { FastMode = false, AutoFilter = false, EnableWriteNullValueCell = false });
    }
}
