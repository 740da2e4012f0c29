using MediatR;
using Seminar.Contracts;
using Seminar.Reports.PastBilan;
using Seminar.Reports.Workbook;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>Reads a file that someone sends: a past bilan, or a workbook. Nothing is stored but a draft.</summary>
internal sealed record SendFile(string Name, byte[] Content) : IRequest<FileSent>;

/// <summary>The draft that was made, or why none was.</summary>
internal sealed record FileSent(Guid? Draft, IReadOnlyList<Refusal> Refusals);

internal sealed class SendFileHandler(ImportDrafts drafts) : IRequestHandler<SendFile, FileSent>
{
    public Task<FileSent> Handle(SendFile request, CancellationToken cancellationToken) => Task.Run(() => Read(request), cancellationToken);

    private FileSent Read(SendFile request)
    {
        if (request.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            var workbook = ReadWorkbook.Read(request.Content);
            return workbook.Refusals.Count > 0
                ? new FileSent(null, workbook.Refusals)
                : Keep(new ImportDraft(Guid.NewGuid(), request.Name, workbook.Workshops, workbook.Seminar, null, []));
        }

        var bilan = ReadPastBilan.Read(request.Name, request.Content);
        return bilan.Refusal is { } refusal
            ? new FileSent(null, [new Refusal("", refusal)])
            : Keep(new ImportDraft(Guid.NewGuid(), request.Name, [.. bilan.Workshops.Select(workshop => workshop.Document)], null, bilan.Synthesis, bilan.Unrecognised));
    }

    private FileSent Keep(ImportDraft draft)
    {
        drafts.Keep(draft);
        return new FileSent(draft.Id, []);
    }
}
