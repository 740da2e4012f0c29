using System.Diagnostics;
using System.Text;
using UglyToad.PdfPig;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>The words of a PDF. One that cannot be read, or not in reason, is kept all the same: its title finds it.</summary>
internal static class PdfWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Page by page, as long as it takes a reasonable time.</summary>
    public static string Of(byte[] content, int longest)
    {
        var reading = new PdfReading(longest);
        var watch = Stopwatch.StartNew();
        try
        {
            reading.Budget.Enumerate(PdfCodes.CountIn(content));
            using var document = PdfDocument.Open(content, reading);
            document.AddPageFactory<string, PdfPageWords>();
            for (var page = 1; page <= document.NumberOfPages && !reading.IsOver && watch.Elapsed < Patience; page++)
            {
                ReadPage(document, page, reading.Budget);
            }
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Damaged or locked by a password: what was read so far is what there is.
        }

        return reading.Words.ToString();
    }

    private static void ReadPage(PdfDocument document, int page, PdfBudget budget)
    {
        try
        {
            budget.BeginPage();
            document.GetPage<string>(page);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // A page that is too long, or damaged, hides no other.
        }
    }
}

/// <summary>The reading of one PDF: what it may cost, what was found.</summary>
internal sealed class PdfReading : ParsingOptions
{
    private readonly int _longest;

    public PdfReading(int longest)
    {
        _longest = longest;
        FilterProvider = new PdfFilters(Budget);
        SkipMissingFonts = true;
    }

    public PdfBudget Budget { get; } = new();

    public StringBuilder Words { get; } = new();

    public bool IsOver => Budget.IsSpent || Words.Length >= _longest;
}
