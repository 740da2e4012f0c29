using System.Text;
using Seminar.Offer.Checking;
using Seminar.Offer.Reading;
using Seminar.Offer.Standard;
using Seminar.Tables;

namespace Seminar.Offer.Features.Import;

/// <summary>The sheets that were not taken, as they came, each with its reasons: to be corrected in a spreadsheet and sent again.</summary>
internal sealed class RejectedSheets(SheetImport import) : IDisposable
{
    private readonly Dictionary<SheetKind, StreamWriter> _files = [];

    public void Add(CheckedSheet sheet, RawSheet raw)
    {
        var fields = Fields.Of(raw.Kind);
        if (!_files.TryGetValue(raw.Kind, out var file))
        {
            file = _files[raw.Kind] = new StreamWriter(import.RejectedOf(raw.Kind), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            file.Write(CsvRow.Write([.. fields.Select(field => field.Name), "raisons"]));
        }

        var reasons = string.Join(" ", sheet.Faults.Select(fault => fault.Proposal is { } proposal ? $"{fault.Message} Proposition\u00A0: {proposal}." : fault.Message));
        file.Write(CsvRow.Write([.. fields.Select(field => raw.Values.GetValueOrDefault(field.Name) switch
        {
            IEnumerable<string> list => string.Join(", ", list),
            DateTime day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            var value => value,
        }), reasons]));
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }
}
