namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>
/// What reading one PDF may cost. A few kilobytes can unfold into gigabytes, name themselves a thousand times over, or hold millions of
/// letters: everything that is unfolded, interpreted or drawn is counted before it is believed, and the reading ends where the budget does.
/// </summary>
internal sealed class PdfBudget
{
    /// <summary>Unfolded in all: pages, fonts, tables.</summary>
    private const long MostUnfolded = 32 * 1024 * 1024;

    /// <summary>Instructions of all pages; each costs many times its length once it is read.</summary>
    private const long MostInstructions = 16 * 1024 * 1024;

    /// <summary>Instructions of one page, held in memory together: a page of text has some ten thousand bytes.</summary>
    private const long MostInPage = 3 * 1024 * 1024;

    /// <summary>A part that is empty costs something too, when it is drawn a million times.</summary>
    private const int LeastOfPart = 200;

    /// <summary>Codes that tables of characters enumerate; a table of all there are has 65,536.</summary>
    private const long MostCodes = 2_000_000;

    private long _unfolded;
    private long _instructions;
    private long _inPage;
    private long _codes;

    public bool IsSpent { get; private set; }

    public long LeftToUnfold => MostUnfolded - _unfolded;

    public void BeginPage() => _inPage = 0;

    public void Unfold(long bytes) => _unfolded = Take(_unfolded, bytes, MostUnfolded);

    public void Enumerate(long codes) => _codes = Take(_codes, codes, MostCodes);

    /// <summary>A page that is too long is left out; the next one may be read.</summary>
    public void Interpret(long bytes)
    {
        _instructions = Take(_instructions, bytes + LeastOfPart, MostInstructions);
        _inPage += bytes + LeastOfPart;
        if (_inPage > MostInPage)
        {
            throw new PdfTooLongException();
        }
    }

    private long Take(long taken, long more, long most)
    {
        IsSpent |= taken + more > most;
        return IsSpent ? throw new PdfTooLongException() : taken + more;
    }
}

/// <summary>A PDF, or a page of it, asks for more than reading it may cost.</summary>
internal sealed class PdfTooLongException : Exception;
