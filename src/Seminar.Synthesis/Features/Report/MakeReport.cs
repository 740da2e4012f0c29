using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Formats;
using Seminar.Reports.Outline;
using Seminar.Reports.Workbook;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Synthesis.Features.Report;

/// <summary>Makes a file of the bilan or of its data, on disk.</summary>
/// <param name="Theme">Key of the theme; null for the whole seminar.</param>
/// <param name="Format">Key of the format.</param>
/// <param name="Reader">For whom.</param>
/// <param name="Progress">Told how far it is.</param>
/// <param name="Version">A published version of the theme's bilan; null for the text as it is now.</param>
public sealed record MakeReport(string? Theme, string Format, WorkshopReader Reader, IProgress<ReportProgress>? Progress = null, int? Version = null) : IRequest<MadeReport>;

/// <summary>How far a file is.</summary>
/// <param name="Done">Workshops that are in it.</param>
/// <param name="Of">Workshops that will be.</param>
public sealed record ReportProgress(int Done, int Of);

/// <summary>A file that was made, or why it could not be.</summary>
/// <param name="File">The file, at its beginning; deleted when it is closed. Null after a refusal.</param>
/// <param name="Name">Name to keep it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Policy">For a page that a browser may show: the Content-Security-Policy to show it under.</param>
/// <param name="Refusal">Why there is none, as a French sentence.</param>
/// <param name="IsUnknown">Whether what was asked for does not exist; otherwise it may work later.</param>
public sealed record MadeReport(FileStream? File, string Name, string MediaType, string? Policy, string? Refusal, bool IsUnknown)
{
    internal static MadeReport Unknown(string refusal) => new(null, "", "", null, refusal, true);

    internal static MadeReport Later(string refusal) => new(null, "", "", null, refusal, false);
}

internal sealed class MakeReportHandler(IMediator mediator, IThemes themes, TimeProvider clock) : IRequestHandler<MakeReport, MadeReport>
{
    public async Task<MadeReport> Handle(MakeReport request, CancellationToken cancellationToken)
    {
        if (request.Theme is { } key && themes.Running.All(theme => theme.Identity.Key != key))
        {
            return MadeReport.Unknown(themes.All.FirstOrDefault(theme => theme.Key == key) is { } stopped
                ? $"La thématique « {stopped.Name} » n’est pas en service."
                : $"Aucune thématique n’a la clé « {key} ».");
        }

        if (ReportFormats.Find(request.Format) is { } document)
        {
            return await MakeAsync(document, request, cancellationToken);
        }

        return DataFormats.Find(request.Format) is { } data
            ? await MakeAsync(data, request, cancellationToken)
            : MadeReport.Unknown($"Le format « {request.Format} » n’existe pas. Formats : {string.Join(", ", [.. ReportFormats.All.Select(each => each.Key), .. DataFormats.All.Select(each => each.Key)])}.");
    }

    private async Task<MadeReport> MakeAsync(IReportFormat format, MakeReport request, CancellationToken cancel)
    {
        if (await mediator.Send(new GatherBilan(request.Theme, request.Reader, request.Version), cancel) is not { } bilan)
        {
            return MadeReport.Unknown($"L’atelier de la thématique « {request.Theme} » est encore vide, n’a pas cette version, ou ne répond pas.");
        }

        request.Progress?.Report(new ReportProgress(0, bilan.Chapters.Count));
        var report = BilanOutline.Write(bilan);
        var file = await WriteAsync(output => format.WriteAsync(report, output, cancel));
        request.Progress?.Report(new ReportProgress(bilan.Chapters.Count, bilan.Chapters.Count));
        return new MadeReport(file, NameOf("bilan", $"{request.Theme ?? bilan.Seminar?.Id}{(request.Version is { } version ? $"-v{version}" : "")}", format.Key), format.MediaType, ReportFormats.PolicyOf(format, report), null, false);
    }

    private async Task<MadeReport> MakeAsync(IDataFormat format, MakeReport request, CancellationToken cancel)
    {
        var seminar = request.Theme is null ? (await mediator.Send(new GetSeminar(), cancel))?.Document : null;
        var source = new ThemesSource(seminar, [.. themes.Running.Where(theme => request.Theme is null || theme.Identity.Key == request.Theme)], request.Reader);
        request.Progress?.Report(new ReportProgress(0, source.Themes.Count));
        var progress = request.Progress is { } told ? new Counter(done => told.Report(new ReportProgress(done, source.Themes.Count))) : null;
        try
        {
            var file = await WriteAsync(output => format.WriteAsync(source, output, progress, cancel));
            var extension = format.Extension(seminar is not null);
            return new MadeReport(file, NameOf("donnees", request.Theme ?? seminar?.Id, extension), format.MediaType(seminar is not null), null, null, false);
        }
        catch (SilentThemeException silent)
        {
            // Half of the data would look like all of it.
            return MadeReport.Later(silent.Message);
        }
    }

    private string NameOf(string kind, string? what, string extension) => $"{kind}-{what ?? "seminaire"}-{clock.GetUtcNow():yyyy-MM-dd}.{extension}";

    /// <summary>Written whole before anyone is told of it: what fails half-way is not taken for the file.</summary>
    private static async Task<FileStream> WriteAsync(Func<Stream, Task> write)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"seminar-{Guid.NewGuid():N}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            await Task.Run(() => write(file));
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private sealed class Counter(Action<int> count) : IProgress<int>
    {
        public void Report(int value) => count(value);
    }
}
