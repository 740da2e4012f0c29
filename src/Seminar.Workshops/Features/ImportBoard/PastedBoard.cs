using System.Text;
using Seminar.Contracts.Files;
using Seminar.Tables;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>Lines that were pasted: one note a line, or a table as spreadsheets copy it.</summary>
internal static class PastedBoard
{
    public static async Task<TableReading> ReadAsync(ISentFiles files, string text, CancellationToken cancel)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new TableLine(index + 1, [line.Trim()])).Where(line => line.Cells[0].Length > 0).ToList();
        return lines.Count == 0 ? new TableReading(null, "Collez au moins une ligne.")
            : lines.Count > TableFile.MostLines ? new TableReading(null, $"Il y a plus de {TableFile.MostLines} lignes. Collez-les en plusieurs fois.")
            : lines.TrueForAll(line => line.Cells[0].Contains('\t')) ? await files.ReadTableAsync("texte collé", Encoding.UTF8.GetBytes(text), cancel)
            : new TableReading(new TableFile(["Note"], lines), null);
    }
}
