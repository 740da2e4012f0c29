namespace Seminar.Tables;

/// <summary>
/// A text in a spreadsheet must not begin like a formula: such a text, or one that begins with an apostrophe, is written behind an
/// apostrophe, which reading takes away again.
/// </summary>
public static class SafeCell
{
    private const char Guard = '\'';

    /// <summary>A text as it is written into a cell.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, behind an apostrophe when it needs one.</returns>
    public static string Write(string text) => IsSuspicious(text) ? Guard + text : text;

    /// <summary>A text as it was before <see cref="Write"/>.</summary>
    /// <param name="text">What the cell holds.</param>
    /// <returns>The text.</returns>
    public static string Read(string text) => text.Length > 1 && text[0] == Guard && IsSuspicious(text[1..]) ? text[1..] : text;

    private static bool IsSuspicious(string text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or Guard;
}
