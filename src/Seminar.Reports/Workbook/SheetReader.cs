using System.Data;
using System.Data.Common;
using Seminar.Tables;

namespace Seminar.Reports.Workbook;

/// <summary>The rows of a sheet as MiniExcel reads them without keeping them.</summary>
internal sealed class SheetReader(Sheet sheet, IEnumerable<object?[]> rows) : MiniExcelLibs.MiniExcelDataReaderBase
{
    private readonly IEnumerator<object?[]> _rows = rows.GetEnumerator();

    public override int FieldCount => sheet.Columns.Count;

    public override string GetName(int i) => sheet.Columns[i];

    public override bool Read() => _rows.MoveNext();

    public override object? GetValue(int i) => _rows.Current[i] is string text ? SafeCell.Write(text) : _rows.Current[i];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
        }

        base.Dispose(disposing);
    }
}
