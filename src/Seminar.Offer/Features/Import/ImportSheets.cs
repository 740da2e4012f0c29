using MediatR;

namespace Seminar.Offer.Features.Import;

/// <summary>Checks a list and takes its good sheets at once: for programs, which look at the answer rather than at a page.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Source">The producer of sheets that do not name theirs.</param>
/// <param name="TakesProposals">Whether what was likely meant replaces what is wrong.</param>
/// <param name="IsComplete">Whether the file is all that its sources have.</param>
public sealed record ImportSheets(string FileName, Stream Content, string? Source, bool TakesProposals, bool IsComplete) : IRequest<ImportReport>;

/// <summary>What became of a list.</summary>
/// <param name="Failure">Why nothing, or not all, could be read: a French sentence; null when it went to its end.</param>
/// <param name="Added">New sheets.</param>
/// <param name="Changed">Sheets that replaced former ones.</param>
/// <param name="Unchanged">Sheets that were there as they are.</param>
/// <param name="Removed">Sheets that their sources no longer have.</param>
/// <param name="Rejected">Sheets that were not taken.</param>
/// <param name="Faults">Why, for the first ones: French sentences, with the lines of the file.</param>
public sealed record ImportReport(string? Failure, int Added, int Changed, int Unchanged, int Removed, int Rejected, IReadOnlyList<string> Faults);

internal sealed class ImportSheetsHandler(SheetImports imports) : IRequestHandler<ImportSheets, ImportReport>
{
    public async Task<ImportReport> Handle(ImportSheets request, CancellationToken cancellationToken)
    {
        var import = await imports.ImportAsync(request.FileName, request.Content, request.Source, new ImportChoices(request.TakesProposals, request.IsComplete), cancellationToken);
        var result = import.Result ?? new ImportResult(0, 0, 0, 0, 0);
        return new ImportReport(
            import.Failure, result.Added, result.Changed, result.Unchanged, result.Removed, import.Rejected,
            [.. import.Faults.Select(told => $"{told.Where}, {told.Sheets[0].Name}\u00A0: {told.Fault.Message}")]);
    }
}
