namespace Seminar.Contracts.Reports;

/// <summary>
/// A piece of a report. A closed family: each of these is drawn by every format of the bilan. Texts are plain, as people wrote
/// them; the formats see to typography and to what they can't carry.
/// </summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}

/// <summary>A paragraph. A line feed begins a new line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Tone">How it is meant.</param>
public sealed record ReportText(string Text, ReportTone Tone = ReportTone.Plain) : ReportBlock;

/// <summary>How a paragraph is meant.</summary>
public enum ReportTone
{
    /// <summary>Said as it is.</summary>
    Plain,

    /// <summary>Introduces what follows.</summary>
    Intro,

    /// <summary>Something to pay attention to: a discrepancy, a gap.</summary>
    Remark,

    /// <summary>Says that there is nothing, or something beside the point.</summary>
    Aside,
}

/// <summary>A list.</summary>
/// <param name="Items">What it lists, in order.</param>
/// <param name="IsNumbered">Whether its items are numbered, from 1.</param>
public sealed record ReportList(IReadOnlyList<string> Items, bool IsNumbered = false) : ReportBlock;

/// <summary>A table. A line feed in a cell begins a new line.</summary>
/// <param name="Caption">What it shows; also its alternative text.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">The rows, each with a cell a column.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;

/// <summary>A chart of stacked bars: one bar a category, one part of it a series. The same figures stand in a table beside it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">The same in words, for who can't see it.</param>
/// <param name="Categories">Names of the bars.</param>
/// <param name="Series">What the bars are made of.</param>
public sealed record ReportChart(string Title, string Description, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series) : ReportBlock;

/// <summary>One part of each bar of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Color">Colour, as six hexadecimal digits: <c>C05621</c>.</param>
/// <param name="Values">A figure a category, never negative.</param>
public sealed record ReportSeries(string Name, string Color, IReadOnlyList<int> Values);

/// <summary>Words that were said, signed by a role.</summary>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Speaker">A role, never a name.</param>
public sealed record ReportQuote(string Text, string Speaker) : ReportBlock;
