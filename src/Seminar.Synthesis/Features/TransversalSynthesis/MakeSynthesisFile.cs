using System.Text;
using System.Text.Json;
using MediatR;
using Seminar.Reports.Formats;
using Seminar.Reports.Outline;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The synthesis as a text: what the command <c>synthesis</c> writes.</summary>
/// <param name="Format"><c>json</c> or <c>md</c>.</param>
public sealed record MakeSynthesisFile(string Format) : IRequest<string?>;

internal sealed class MakeSynthesisFileHandler(IMediator mediator, TimeProvider clock) : IRequestHandler<MakeSynthesisFile, string?>
{
    /// <returns>Null when the format is unknown.</returns>
    public async Task<string?> Handle(MakeSynthesisFile request, CancellationToken cancellationToken)
    {
        var reading = await mediator.Send(new ReadSynthesis(), cancellationToken);
        return request.Format switch
        {
            "json" => JsonSerializer.Serialize(SynthesisDocument.Of(reading), SynthesisDocument.Json),
            "md" => await WriteAsync(reading, cancellationToken),
            _ => null,
        };
    }

    private async Task<string> WriteAsync(SynthesisReading reading, CancellationToken cancel)
    {
        var seminar = await mediator.Send(new GetSeminar(), cancel);
        var missing = reading.Missing.Select(theme => $"Synthèse partielle : la thématique « {theme.Name} » manque ({theme.Reason}).");
        var report = BilanOutline.WriteSynthesis(seminar?.Document, [.. missing], [.. SynthesisSections.All(reading)], clock.GetUtcNow());
        using var output = new MemoryStream();
        await ReportFormats.Find("md")!.WriteAsync(report, output, cancel);
        return Encoding.UTF8.GetString(output.GetBuffer().AsSpan(0, (int)output.Length));
    }
}
