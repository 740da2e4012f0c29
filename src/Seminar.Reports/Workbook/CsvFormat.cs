using System.IO.Compression;
using System.Text;
using Seminar.Tables;

namespace Seminar.Reports.Workbook;

/// <summary>The same sheets as text, zipped: UTF-8 with a byte order mark and semicolons, as spreadsheets in French expect.</summary>
internal sealed class CsvFormat : IDataFormat
{
    public string Key => "csv";

    public string Name => "Texte (.csv zippés), pour tout tableur ou une base de données";

    public string Extension(bool isWhole) => "csv.zip";

    public string MediaType(bool isWhole) => "application/zip";

    public async Task WriteAsync(ISeminarSource source, Stream output, IProgress<int>? progress, CancellationToken cancel)
    {
        using var spool = await Spooling.FillAsync(source, progress, cancel);
        using var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var sheet in spool.Sheets)
        {
            await using var entry = new StreamWriter(package.CreateEntry(sheet.Name + ".csv").Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await WriteAsync(entry, sheet.Columns);
            foreach (var row in spool.Rows(sheet, cancel))
            {
                await WriteAsync(entry, row);
            }
        }
    }

    private static async Task WriteAsync(StreamWriter writer, IReadOnlyList<object?> cells) =>
        await writer.WriteAsync(CsvRow.Write(cells));
}
