using System.Text.RegularExpressions;

namespace Seminar.Ui;

/// <summary>French typography for display; what people wrote is kept as they wrote it.</summary>
public static partial class Typography
{
    /// <summary>Puts no-break spaces where French wants them, and curved apostrophes.</summary>
    /// <param name="text">A text as it was written.</param>
    /// <returns>The text as it is shown.</returns>
    public static string Fix(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spaced = BeforeHighMark().Replace(text, "\u00A0");
        return InsideQuotes().Replace(spaced, "\u00A0").Replace('\'', '’');
    }

    [GeneratedRegex(@"(?<=\S) (?=[:;!?»])")]
    private static partial Regex BeforeHighMark();

    [GeneratedRegex(@"(?<=«) (?=\S)")]
    private static partial Regex InsideQuotes();
}
