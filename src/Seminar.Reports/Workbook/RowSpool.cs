using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Seminar.Reports.Workbook;

/// <summary>
/// Rows on their way to a file, sheet by sheet, on disk: a workshop is read once, as it was at one moment, and memory does not
/// grow with what it holds.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-rows-").FullName;
    private readonly Dictionary<string, StreamWriter> _open = [];

    /// <summary>The sheets that hold a row, in their order.</summary>
    public IEnumerable<Sheet> Sheets => SheetLayout.All.Where(sheet => _open.ContainsKey(sheet.Name));

    public void Add(SheetRow row)
    {
        ref var writer = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_open, row.Sheet.Name, out var exists);
        if (!exists)
        {
            writer = new StreamWriter(FileOf(row.Sheet), Encoding.UTF8, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read });
        }

        writer!.WriteLine(JsonSerializer.Serialize(row.Cells));
    }

    /// <summary>The rows of a sheet, one at a time: texts, whole numbers, nulls.</summary>
    public IEnumerable<object?[]> Rows(Sheet sheet, CancellationToken cancel)
    {
        _open[sheet.Name].Flush();
        foreach (var line in File.ReadLines(FileOf(sheet)))
        {
            cancel.ThrowIfCancellationRequested();
            yield return [.. JsonSerializer.Deserialize<JsonElement[]>(line)!.Select(Value)];
        }
    }

    public void Dispose()
    {
        foreach (var writer in _open.Values)
        {
            writer.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static object? Value(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => cell.GetInt32(),
        _ => cell.GetString(),
    };

    private string FileOf(Sheet sheet) => Path.Combine(_folder, sheet.Name + ".jsonl");
}
