using System.Globalization;
using MiniExcelLibs;
using Seminar.Contracts;
using Seminar.Tables;

namespace Seminar.Reports.Workbook;

/// <summary>A sheet that someone sends, row by row, by the titles of its columns. Formulas are never worked out.</summary>
internal sealed class WorkbookTable(Sheet sheet, List<Refusal> refusals)
{
    private readonly List<WorkbookRow> _rows = [];

    public IReadOnlyList<WorkbookRow> Rows => _rows;

    public static WorkbookTable Read(Stream file, IReadOnlyCollection<string> names, Sheet sheet, List<Refusal> refusals)
    {
        var table = new WorkbookTable(sheet, refusals);
        if (names.FirstOrDefault(name => string.Equals(name.Trim(), sheet.Name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            file.Position = 0;
            table.Fill(file.Query(useHeaderRow: false, sheetName: found).Cast<IDictionary<string, object?>>());
        }

        return table;
    }

    private void Fill(IEnumerable<IDictionary<string, object?>> lines)
    {
        List<string>? titles = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var cells = line.Values.Select(Text).ToList();
            if (titles is null)
            {
                titles = [.. cells.Select(cell => cell?.Trim() ?? "")];
                var missing = sheet.Columns.Where(column => !titles.Contains(column)).ToList();
                if (missing.Count > 0)
                {
                    refusals.Add(new Refusal($"{sheet.Name}!1", $"La feuille « {sheet.Name} » n’a pas de colonne « {missing[0]} »."));
                    return;
                }
            }
            else if (cells.Exists(cell => !string.IsNullOrEmpty(cell)))
            {
                _rows.Add(new WorkbookRow(sheet, number, titles.Zip(cells).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second), refusals));
            }
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => SafeCell.Read(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>A row that someone sends. What can't be read is refused once, with its place, and stood in for.</summary>
internal sealed record WorkbookRow(Sheet Sheet, int Number, IReadOnlyDictionary<string, string?> Cells, List<Refusal> Refusals)
{
    /// <summary>A text, or null for an empty cell.</summary>
    public string? Find(string column) => Cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    public string Text(string column) => Find(column) ?? Refuse(column, "est vide", "");

    public int Whole(string column) =>
        int.TryParse(Find(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Refuse(column, "attend un nombre entier", 0);

    public T Word<T>(string column)
        where T : struct, Enum =>
        Vocabulary.Find<T>(Find(column) ?? "") ?? Refuse(column, $"attend un de ces mots : {string.Join(", ", Vocabulary.All<T>())}", default(T));

    /// <summary>A code that a spreadsheet may have taken for a number: 1 for 01.</summary>
    public string? Departement(string column) => Find(column) is { } code ? code.Length == 1 && char.IsAsciiDigit(code[0]) ? "0" + code : code : null;

    public T Refuse<T>(string column, string why, T standIn)
    {
        Refusals.Add(new Refusal($"{Sheet.Name}!{Number}", $"Feuille « {Sheet.Name} », ligne {Number} : la colonne « {column} » {why}."));
        return standIn;
    }
}
