using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Files;
using Seminar.Reports.PastBilan;
using Seminar.Reports.Workbook;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>Reads a file that someone sends: a past bilan, or a workbook. Nothing is stored but a draft.</summary>
internal sealed record SendFile(string Name, byte[] Content) : IRequest<FileSent>;

/// <summary>The draft that was made, or why none was.</summary>
internal sealed record FileSent(Guid? Draft, IReadOnlyList<Refusal> Refusals);

internal sealed class SendFileHandler(ImportDrafts drafts, ISentFiles files) : IRequestHandler<SendFile, FileSent>
{
    public Task<FileSent> Handle(SendFile request, CancellationToken cancellationToken) => request.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? ReadWorkbookAsync(request, cancellationToken)
        : ReadBilanAsync(request, cancellationToken);

    private async Task<FileSent> ReadWorkbookAsync(SendFile request, CancellationToken cancel)
    {
        var (workbook, refusal) = await files.ReadAsync<WorkbookReader, WorkbookContent>(request.Name, request.Content, cancel);
        return workbook is null ? Refused(refusal!)
            : workbook.Refusals.Count > 0 ? new FileSent(null, workbook.Refusals)
            : Keep(new ImportDraft(Guid.NewGuid(), request.Name, workbook.Workshops, workbook.Seminar, null, []));
    }

    private async Task<FileSent> ReadBilanAsync(SendFile request, CancellationToken cancel)
    {
        var (bilan, refusal) = await files.ReadAsync<PastBilanReader, PastBilanReading>(request.Name, request.Content, cancel);
        return (refusal ?? bilan!.Refusal) is { } why ? Refused(why)
            : Keep(new ImportDraft(Guid.NewGuid(), request.Name, [.. bilan!.Workshops.Select(workshop => workshop.Document)], null, bilan.Synthesis, bilan.Unrecognised));
    }

    private static FileSent Refused(string reason) => new(null, [new Refusal("", reason)]);

    private FileSent Keep(ImportDraft draft)
    {
        drafts.Keep(draft);
        return new FileSent(draft.Id, []);
    }
}
