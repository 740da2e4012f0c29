using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Reports.Model;

namespace Seminar.Reports.Formats.Html;

/// <summary>One self-contained page, to read, to send, and to print to PDF by the browser.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();
    private static readonly string Style = ReadStyle();

    public string Key => "html";

    public string Name => "Page web (.html), à lire, à imprimer ou à garder en PDF";

    public string MediaType => "text/html; charset=utf-8";

    public async Task WriteAsync(Report report, Stream output, CancellationToken cancel)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<HtmlReport>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(HtmlReport.Report)] = report,
                [nameof(HtmlReport.Style)] = StyleOf(report),
            }));
            return root.ToHtmlString();
        });
        cancel.ThrowIfCancellationRequested();
        await output.WriteAsync(Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html), cancel);
    }

    /// <summary>The Content-Security-Policy under which the page may be shown: its own style, and nothing else.</summary>
    public static string PolicyOf(Report report) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleOf(report))))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The running header is said in the style, the only place where a printed margin can be written.
    private static string StyleOf(Report report) => Style.Replace("/*title*/", Quoted(report.Title), StringComparison.Ordinal);

    private static string Quoted(string text) =>
        string.Concat(text.Select(character => character is '"' or '\\' or '<' or '>' or '&' or '\n' ? $"\\{(int)character:x} " : character.ToString()));

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlFormat).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
