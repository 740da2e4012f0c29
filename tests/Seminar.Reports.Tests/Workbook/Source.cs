using Seminar.Contracts.Workshops;
using Seminar.Reports.Workbook;

namespace Seminar.Reports.Tests.Workbook;

/// <summary>Documents in memory, as an export reads them.</summary>
internal sealed class Source(SeminarDocument? seminar, params IReadOnlyList<WorkshopDocument> workshops) : ISeminarSource
{
    public SeminarDocument? Seminar => seminar;

    public IReadOnlyList<string> Themes => [.. workshops.Select(workshop => workshop.Theme)];

    public IAsyncEnumerable<WorkshopPiece> PiecesOf(string theme, CancellationToken cancel) =>
        Pieces.Of(workshops.Single(workshop => workshop.Theme == theme)).ToAsyncEnumerable();

    public static async Task<byte[]> WriteAsync(string format, ISeminarSource source, CancellationToken cancel = default)
    {
        using var output = new MemoryStream();
        await DataFormats.Find(format)!.WriteAsync(source, output, null, cancel);
        return output.ToArray();
    }
}
