using System.Globalization;

namespace Seminar.Benchmarks;

/// <summary>The figures, one a line: ours, the yardstick's, their ratio and the goal.</summary>
internal sealed class Table
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly List<string[]> _rows = [["mesure", "Seminar", "étalon", "rapport", "but", "verdict"]];

    public void AddAtMost(string name, string unit, double ours, double yardstick, double goal) =>
        Add(name, unit, ours, yardstick, "≤ " + Number(goal), ours / yardstick <= goal);

    public void AddAtLeast(string name, string unit, double ours, double yardstick, double goal) =>
        Add(name, unit, ours, yardstick, "≥ " + Number(goal), ours / yardstick >= goal);

    public void AddWithoutGoal(string name, string unit, double ours, double yardstick) =>
        Add(name, unit, ours, yardstick, "–", null);

    /// <summary>A time that the requirement itself gives in milliseconds: there is nothing to measure it against.</summary>
    public void AddTime(string name, double ours, double goal) =>
        _rows.Add([name, $"{Number(ours)} ms", "–", "–", $"≤ {Number(goal)} ms", ours <= goal ? "atteint" : "MANQUÉ"]);

    /// <summary>A size that the requirement itself gives in megabytes.</summary>
    public void AddSize(string name, double ours, double goal) =>
        _rows.Add([name, $"{Number(ours)} Mo", "–", "–", $"≤ {Number(goal)} Mo", ours <= goal ? "atteint" : "MANQUÉ"]);

    public void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            Console.WriteLine(string.Join("   ", cells));
        }

        Console.WriteLine();
        Console.WriteLine($"{DateTime.Now.ToString("d MMMM yyyy", French)}, {Environment.ProcessorCount} cœurs, .NET {Environment.Version}");
    }

    private void Add(string name, string unit, double ours, double yardstick, string goal, bool? met) => _rows.Add(
    [
        name, $"{Number(ours)} {unit}", $"{Number(yardstick)} {unit}", Number(ours / yardstick), goal,
        met switch { true => "atteint", false => "MANQUÉ", null => "–" },
    ]);

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "N1" : "N2", French);
}
