namespace Seminar.Reports.Workbook;

internal static class Spooling
{
    /// <summary>Reads each workshop once, to its end, into the spool.</summary>
    public static async Task<RowSpool> FillAsync(ISeminarSource source, IProgress<int>? progress, CancellationToken cancel)
    {
        var spool = new RowSpool();
        try
        {
            foreach (var row in source.Seminar is { } seminar ? SeminarRows.Of(seminar) : [])
            {
                spool.Add(row);
            }

            foreach (var (index, theme) in source.Themes.Index())
            {
                await foreach (var piece in source.PiecesOf(theme, cancel).WithCancellation(cancel))
                {
                    foreach (var row in SeminarRows.Of(theme, piece))
                    {
                        spool.Add(row);
                    }
                }

                progress?.Report(index + 1);
            }

            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }
}
