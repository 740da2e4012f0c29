using MediatR;
using Microsoft.Extensions.Logging;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Features.Report;

internal sealed class GetReportContentHandler(IModuleDatabase database, IMediator mediator, ThemeIdentity theme, ThemeDescription description, ILogger<GetReportContentHandler> log)
    : IRequestHandler<GetReportContent, ReportContent?>
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(1);

    public async Task<ReportContent?> Handle(GetReportContent request, CancellationToken cancellationToken)
    {
        if (request.Version is { } version)
        {
            return await database.ReadSnapshotAsync(connection => StoredStanding.ReadVersion(connection, version), cancellationToken);
        }

        // Asked for, not read: a theme may have a handler of its own.
        if (await mediator.Send(new GetWorkshop { Reader = request.Reader }, cancellationToken) is not { } workshop)
        {
            return null;
        }

        var standing = await database.ReadSnapshotAsync(StoredStanding.Read, cancellationToken);
        return new ReportContent(workshop, standing, await Task.WhenAll(description.ReportSections.Select(section => WriteAsync(section, cancellationToken))));
    }

    /// <summary>A section that throws or takes too long costs its own place only.</summary>
    private async Task<ReportSection> WriteAsync(ThemeReportSection section, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Limit);
        try
        {
            return new ReportSection(section.Title, await Task.Run(() => section.Write(mediator, limited.Token), cancel).WaitAsync(Limit, cancel));
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(exception, "Report section {Section} of theme {Theme} failed", section.Title, theme.Key);
            return new ReportSection(section.Title, [new ReportText("Cette partie n’a pas pu être lue ; le reste du bilan est complet.", ReportTone.Remark)]);
        }
    }
}
