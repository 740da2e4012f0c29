namespace Seminar.Reports.PastBilan;

/// <summary>A line of a document that someone sends, whatever its format.</summary>
/// <param name="Number">Where it stands, from 1: the line of a text, the paragraph of a Word document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading: 1 for the highest; otherwise 0.</param>
/// <param name="Text">What it says; of a row, its cells together.</param>
/// <param name="Cells">Of a row: its cells.</param>
internal sealed record Line(int Number, LineKind Kind, int Level, string Text, IReadOnlyList<string> Cells)
{
    public Line(int number, LineKind kind, string text, int level = 0)
        : this(number, kind, level, text, [])
    {
    }

    public static Line Row(int number, IReadOnlyList<string> cells) => new(number, LineKind.Row, 0, string.Join(" | ", cells), cells);
}

/// <summary>Kinds of lines.</summary>
internal enum LineKind
{
    Heading,
    Text,
    Item,
    Row,
    Quote,
}
