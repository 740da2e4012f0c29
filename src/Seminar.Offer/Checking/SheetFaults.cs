namespace Seminar.Offer.Checking;

/// <summary>What a file has wrong: what recurs is told once, with the first sheets that have it and their number.</summary>
internal sealed class SheetFaults
{
    private const int MostTold = 200;
    private const int MostSheets = 5;

    private readonly Dictionary<SheetFault, ToldFault> _told = [];

    public IReadOnlyList<ToldFault> Told => [.. _told.Values];

    public void Add(CheckedSheet sheet, IEnumerable<SheetFault> faults)
    {
        var place = (sheet.Line, sheet.Sheet.Text("nom") ?? sheet.Sheet.Text("id") ?? "");
        foreach (var fault in faults)
        {
            if (_told.TryGetValue(fault, out var told))
            {
                _told[fault] = told with { Count = told.Count + 1, Sheets = told.Sheets.Count < MostSheets ? [.. told.Sheets, place] : told.Sheets };
            }
            else if (_told.Count < MostTold)
            {
                _told[fault] = new ToldFault(fault, [place], 1);
            }
        }
    }
}

/// <summary>One thing that a file has wrong.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Sheets">The first sheets that have it.</param>
/// <param name="Count">How many have it.</param>
public sealed record ToldFault(SheetFault Fault, IReadOnlyList<(int Line, string Name)> Sheets, int Count)
{
    /// <summary>« Ligne 28 » ; « Lignes 28, 47, 48, 69, 73… (19 fiches) ».</summary>
    public string Where => Count == 1
        ? $"Ligne {Ui.French.Number(Sheets[0].Line)}"
        : $"Lignes {string.Join(", ", Sheets.Select(sheet => Ui.French.Number(sheet.Line)))}{(Count > Sheets.Count ? $"… ({Ui.French.Count(Count, "fiche")})" : "")}";
}
