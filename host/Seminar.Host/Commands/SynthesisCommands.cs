using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Synthesis.Features.TransversalSynthesis;

namespace Seminar.Host.Commands;

/// <summary>Gives the transversal synthesis as a text.</summary>
internal static class SynthesisCommands
{
    public static async Task<int> WriteAsync(SeminarOptions options, string format, string? target, CancellationToken cancel)
    {
        using var connection = HostConnection.Open(new DataFolder(options.Data));
        var text = connection.Host is { } host ? await ThroughHostAsync(host, format, cancel) : await AloneAsync(options, format, cancel);
        if (text is null)
        {
            await Console.Error.WriteLineAsync($"Le format « {format} » n’existe pas. Formats : json, md.");
            return 1;
        }

        if (target is null)
        {
            Console.WriteLine(text);
            return 0;
        }

        await File.WriteAllTextAsync(target, text, cancel);
        Console.WriteLine($"« {Path.GetFullPath(target)} » est écrit.");
        return 0;
    }

    private static async Task<string?> AloneAsync(SeminarOptions options, string format, CancellationToken cancel)
    {
        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        return await app.Services.GetRequiredService<SeminarModule>().AskAsync(new MakeSynthesisFile(format), cancel);
    }

    private static async Task<string?> ThroughHostAsync(HttpClient host, string format, CancellationToken cancel)
    {
        using var answer = await host.GetAsync($"/api/synthesis?format={Uri.EscapeDataString(format)}", cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel) : null;
    }
}
