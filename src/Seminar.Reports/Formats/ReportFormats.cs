using Seminar.Reports.Formats.Html;
using Seminar.Reports.Formats.Markdown;
using Seminar.Reports.Formats.OpenDocument;
using Seminar.Reports.Formats.Word;
using Seminar.Reports.Model;

namespace Seminar.Reports.Formats;

/// <summary>The formats of the bilan.</summary>
public static class ReportFormats
{
    /// <summary>All of them, as they are offered.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } = [new HtmlFormat(), new WordFormat(), new OdtFormat(), new MarkdownFormat()];

    /// <summary>The Content-Security-Policy under which a browser may show the file, or null for a format that it can only keep.</summary>
    public static string? PolicyOf(IReportFormat format, Report report) => format is HtmlFormat ? HtmlFormat.PolicyOf(report) : null;

    /// <summary>The one of this key, or null.</summary>
    public static IReportFormat? Find(string key) => All.FirstOrDefault(format => format.Key == key);
}
