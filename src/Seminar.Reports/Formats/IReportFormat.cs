using Seminar.Reports.Model;

namespace Seminar.Reports.Formats;

/// <summary>A format of the bilan. A new one is one class, named in <see cref="ReportFormats"/>.</summary>
public interface IReportFormat
{
    /// <summary>In addresses and on the command line; also the file's extension.</summary>
    string Key { get; }

    /// <summary>Its French name, with what it serves for.</summary>
    string Name { get; }

    /// <summary>Its media type.</summary>
    string MediaType { get; }

    /// <summary>Writes the document.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="output">Where to; need not be seekable.</param>
    /// <param name="cancel">Stops the writing.</param>
    Task WriteAsync(Report report, Stream output, CancellationToken cancel);
}
