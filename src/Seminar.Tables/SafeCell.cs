namespace Seminar.Reports.Workbook;

/// <summary>
/// A text in a spreadsheet must not begin like a formula: such a text, or one that begins with an apostrophe, is written behind an
/// apostrophe, which reading takes away again.
/// </summary>
internal static class SafeCell
{
    private const char Guard = '\'';

    public static string Write(string text) => IsSuspicious(text) ? Guard + text : text;

    public static string Read(string text) => text.Length > 1 && text[0] == Guard && IsSuspicious(text[1..]) ? text[1..] : text;

    private static bool IsSuspicious(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or Guard;
}
