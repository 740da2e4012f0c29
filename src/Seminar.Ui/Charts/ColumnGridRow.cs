using Seminar.Contracts.Workshops;

namespace Seminar.Ui;

/// <summary>One row of the grid of columns: how many notes a workshop has in each.</summary>
/// <param name="Label">Name of the theme.</param>
/// <param name="Href">Address of its workshop page.</param>
/// <param name="ThemeKey">Key of the theme, for its colour.</param>
/// <param name="Successes">Notes in réussites.</param>
/// <param name="Strengths">Notes in forces.</param>
/// <param name="Brakes">Notes in freins.</param>
/// <param name="Obstacles">Notes in obstacles.</param>
public sealed record ColumnGridRow(string Label, string Href, string ThemeKey, int Successes, int Strengths, int Brakes, int Obstacles)
{
    /// <summary>Notes in one column.</summary>
    public int Of(Column column) => column switch
    {
        Column.Success => Successes,
        Column.Strength => Strengths,
        Column.Brake => Brakes,
        _ => Obstacles,
    };

    /// <summary>Notes in all four.</summary>
    public int Total => Successes + Strengths + Brakes + Obstacles;
}
