using System.Text;
using System.Text.RegularExpressions;
using Seminar.Contracts.Reports;
using Seminar.Reports.Model;

namespace Seminar.Reports.Formats.Markdown;

/// <summary>CommonMark, with the tables of GitHub.</summary>
internal sealed partial class MarkdownFormat : IReportFormat
{
    public string Key => "md";

    public string Name => "Markdown (.md), pour un wiki ou un autre outil";

    public string MediaType => "text/markdown; charset=utf-8";

    public async Task WriteAsync(Report report, Stream output, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        foreach (var paragraph in Paragraphs(report))
        {
            cancel.ThrowIfCancellationRequested();
            await writer.WriteAsync(paragraph);
            await writer.WriteAsync("\n\n");
        }
    }

    private static IEnumerable<string> Paragraphs(Report report)
    {
        yield return $"# {Plain(report.Title)}";
        yield return $"**{Plain(report.Subtitle)}**";
        yield return string.Join("  \n", report.Standing.Select(Plain));
        foreach (var block in report.Cover)
        {
            yield return Write(block);
        }

        yield return "**Sommaire**";
        yield return string.Join('\n', report.AllSections().Where(section => section.Level <= 2)
            .Select(section => $"{new string(' ', (section.Level - 1) * 2)}- {section.Number.Replace(".", "\\.", StringComparison.Ordinal)} {Plain(section.Title)}"));
        foreach (var section in report.AllSections())
        {
            yield return $"{new string('#', section.Level + 1)} {section.Number} {Plain(section.Title)}";
            foreach (var block in section.Blocks)
            {
                yield return Write(block);
            }
        }
    }

    private static string Write(ReportBlock block) => block switch
    {
        ReportText { Tone: ReportTone.Remark } text => $"> **Attention** {Lines(text.Text)}",
        ReportText { Tone: ReportTone.Plain } text => Lines(text.Text),
        ReportText text => $"*{Lines(text.Text)}*",
        ReportList list => string.Join('\n', list.Items.Select((item, index) => (list.IsNumbered ? $"{index + 1}. " : "- ") + Lines(item))),
        ReportTable table => WriteTable(table),
        ReportChart chart => $"*{Plain(chart.Title)}\u00A0: {Plain(chart.Description)}.*",
        ReportQuote quote => $"> «\u00A0{Lines(quote.Text)}\u00A0»  \n> {Plain(quote.Speaker)}",
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string WriteTable(ReportTable table) => string.Join('\n',
    [
        $"**{Plain(table.Caption)}**",
        "",
        Row(table.Header),
        Row(table.Header.Select(_ => "---"), isText: false),
        .. table.Rows.Select(row => Row(row)),
    ]);

    private static string Row(IEnumerable<string> cells, bool isText = true) =>
        $"| {string.Join(" | ", cells.Select(cell => isText ? Plain(cell).Replace("\n", "<br>", StringComparison.Ordinal) : cell))} |";

    private static string Lines(string text) => Plain(text).Replace("\n", "  \n  ", StringComparison.Ordinal);

    // What people wrote must not become markup.
    private static string Plain(string text) => Leading().Replace(Special().Replace(text, @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<>|#~&]")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?m)^(\s*|\s*\d+)([-+=.)])")]
    private static partial Regex Leading();
}
